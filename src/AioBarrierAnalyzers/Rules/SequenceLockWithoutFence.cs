using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO1008: a sequence lock whose copy is not kept before the second read of the version, or whose odd version not before its stores.</summary>
internal sealed class SequenceLockWithoutFence : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO1008_SequenceLockWithoutFence;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (Member reader in context.World.Members)
        {
            if (reader.IsConstruction)
                continue;
            foreach (GraphNode branch in reader.Graph.Nodes)
            {
                if (!branch.IsBranch || Versions(reader, branch.Condition!) is not { } versions)
                    continue;
                foreach (MemberEvent data in DataBetween(reader, versions.First, versions.Second))
                {
                    foreach (Finding finding in Judge(context, reader, versions.First, versions.Second, data))
                        yield return finding;
                }
            }
        }
    }

    /// <summary>The two reads of one location that a condition compares for equality.</summary>
    private static (MemoryEvent First, MemoryEvent Second)? Versions(Member reader, Value condition)
    {
        while (condition is Value.Negation negation)
            condition = negation.Operand;
        if (condition is not Value.Comparison { Relation: Relation.Equal or Relation.NotEqual, Left: Value.Loaded left, Right: Value.Loaded right } ||
            left.Event == right.Event || left.Event.Kind != EventKind.Load || right.Event.Kind != EventKind.Load ||
            left.Event.Path is not { } path || right.Event.Path is not { } other || !path.Location.MayAlias(other.Location) || !IsNumber(left.Event))
        {
            return null;
        }

        return reader.Search.Reaches(left.Event.Node, right.Event.Node) && !(left.Event.Node > right.Event.Node)
            ? (left.Event, right.Event)
            : (right.Event, left.Event);
    }

    private static bool IsNumber(MemoryEvent load) =>
        load.Operation.Type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr };

    private static IEnumerable<MemberEvent> DataBetween(Member reader, MemoryEvent first, MemoryEvent second) =>
        reader.Accesses.Where(a => a.Event.Kind == EventKind.Load && !a.Event.IsConcurrentCollection && !a.Location.Overlaps(first.Location!) &&
            first.Node < a.Event.Node && a.Event.Node < second.Node &&
            reader.Search.Reaches(first.Node, a.Event.Node) && reader.Search.Reaches(a.Event.Node, second.Node) &&
            !MessagePassing.DependsByAddress(a.Event, first));

    private IEnumerable<Finding> Judge(ProtocolContext context, Member reader, MemoryEvent first, MemoryEvent second, MemberEvent data)
    {
        List<MemberEvent> stores = context.World.AccessesOf(data.Location)
            .Where(a => a.Event.Writes && a.Member != reader && !a.Event.Locks.Excludes(data.Event.Locks)).ToList();
        MemberEvent? bump = context.World.AccessesOf(first.Location!).FirstOrDefault(a => a.Event.Writes && a.Member != reader);
        if (stores.Count == 0 || bump is null)
            yield break;

        if (context.IsConcerned(second, data.Event) && reader.Search.HasUnorderedPath(data.Event, second, n => n.Index == first.Node))
        {
            yield return new Finding(
                Descriptor, context.SiteOf(second), new EditHint(nameof(EditKind.ReadBarrier), first.Location!.Name), context.SiteOf(data),
                new[] { bump.Event.Operation.Syntax, stores[0].Event.Operation.Syntax },
                first.Location!.Name, data.Location.Name,
                $"the read of '{data.Location.Name}' can be done after this second look at '{first.Location.Name}', so that a store by {ProtocolContext.Describe(stores[0])} goes unnoticed");
        }

        foreach (MemberEvent store in stores)
        {
            if (FirstBump(store, first.Location!) is { } odd && context.IsConcerned(odd.Event, store.Event) &&
                store.Member.Search.HasUnorderedPath(odd.Event, store.Event, n => n.Event is { Writes: true } e && e.Location?.Overlaps(odd.Location) == true))
            {
                yield return new Finding(
                    Descriptor, context.SiteOf(odd), new EditHint(nameof(EditKind.WriteBarrier), odd.Location.Name), context.SiteOf(store),
                    new[] { second.Operation.Syntax, data.Event.Operation.Syntax },
                    odd.Location.Name, store.Location.Name,
                    $"the store to '{store.Location.Name}' can become visible before this one, so that {ProtocolContext.Describe(data)} takes a half-written value for a whole one");
            }
        }
    }

    /// <summary>The last store of the version before a store of the data, where another one follows the data.</summary>
    private static MemberEvent? FirstBump(MemberEvent store, MemoryLocation version)
    {
        GraphSearch search = store.Member.Search;
        List<MemberEvent> bumps = store.Member.Accesses.Where(a => a.Event.Writes && a.Location.Overlaps(version)).ToList();
        MemberEvent? before = bumps.LastOrDefault(b => b.Event.Node < store.Event.Node && search.Reaches(b.Event.Node, store.Event.Node));
        return before is not null && bumps.Any(b => b.Event.Node > store.Event.Node && search.Reaches(store.Event.Node, b.Event.Node)) ? before : null;
    }
}
