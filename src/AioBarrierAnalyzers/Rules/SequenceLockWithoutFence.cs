using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Messages;
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
            foreach ((MemoryEvent first, MemoryEvent second) in VersionChecks.Find(context, reader))
            {
                foreach (MemberEvent data in DataBetween(reader, first, second))
                {
                    foreach (Finding finding in Judge(context, reader, first, second, data))
                        yield return finding;
                }
            }
        }
    }

    private static IEnumerable<MemberEvent> DataBetween(Member reader, MemoryEvent first, MemoryEvent second) =>
        reader.Accesses.Where(a => a.Event.Kind == EventKind.Load && !a.Event.IsConcurrentCollection && !a.Location.Overlaps(first.Location!) &&
            !a.Location.Overlaps(second.Location!) && !IsIdentity(reader, a.Event) &&
            !reader.Accesses.Any(w => w.Event.Writes && (w.Location.MayAlias(a.Location) || (a.Location.Owner is { } owner && w.Location.MayAlias(owner)))) &&
            first.Node < a.Event.Node && a.Event.Node < second.Node &&
            reader.Search.Reaches(first.Node, a.Event.Node) && reader.Search.Reaches(a.Event.Node, second.Node) &&
            !a.Event.DependsByAddress(first));

    /// <summary>A reference that is only compared with another one: what is behind it nobody looks at.</summary>
    private static bool IsIdentity(Member reader, MemoryEvent load) => load.Operation.Type is { IsReferenceType: true } && load.UsedAt.Count == 0 &&
        !reader.Graph.Events.Any(e => e.DependsByAddress(load));

    private IEnumerable<Finding> Judge(ProtocolContext context, Member reader, MemoryEvent first, MemoryEvent second, MemberEvent data)
    {
        List<MemberEvent> stores = context.World.AccessesOf(data.Location)
            .Where(a => a.Event.Writes && a.Member != reader && !a.Event.Locks.Excludes(data.Event.Locks)).ToList();
        MemberEvent? bump = context.World.AccessesOf(first.Location!).FirstOrDefault(a => a.Event.Writes && a.Member != reader);
        if (bump is null)
        {
            if (stores.Count == 0 && first.IsMarked && ForeignMemory.In(context).IsForeign(first) && ForeignMemory.In(context).IsForeign(data.Event) &&
                context.IsConcerned(second, data.Event) &&
                reader.Search.HasUnorderedPath(data.Event, second, n => n.Index == first.Node))
            {
                yield return new Finding(
                    Descriptor, context.SiteOf(second), new EditHint(nameof(EditKind.ReadBarrier), first.Location!.Name), context.SiteOf(data),
                    System.Array.Empty<SyntaxNode>(),
                    first.Location!.Name, data.Location.Name,
                    $"the read of '{data.Location.Name}' can be done after this second look at '{first.Location.Name}', so that a store by another process " +
                        "or kernel goes unnoticed");
            }

            yield break;
        }

        // Who stores the data bumps the version; a version that others bump is a generation, and what is read beside it is not its data.
        List<MemberEvent> versions = context.World.AccessesOf(first.Location!).Where(a => a.Event.Writes).ToList();
        bool isSequence = stores.Count > 0
            ? stores.Any(s => ProtocolContext.In(s.Member, first.Location!).Any(v => v.Event.Writes))
            : versions.Select(a => a.Event.Operation.Syntax).Distinct().Count() > 1 && versions.Any(a => a.Event.Twin is not null || a.Event.Delta != 0);
        if (!isSequence)
            yield break;
        MemberEvent other = stores.FirstOrDefault() ?? bump;

        if (context.IsConcerned(second, data.Event) && reader.Search.HasUnorderedPath(data.Event, second, n => n.Index == first.Node))
        {
            yield return new Finding(
                Descriptor, context.SiteOf(second), new EditHint(nameof(EditKind.ReadBarrier), first.Location!.Name), context.SiteOf(data),
                new[] { bump.Event.Operation.Syntax, other.Event.Operation.Syntax },
                first.Location!.Name, data.Location.Name,
                $"the read of '{data.Location.Name}' can be done after this second look at '{first.Location.Name}', so that a store by " +
                    $"{ProtocolContext.Describe(other)} goes unnoticed");
        }

        foreach (MemberEvent store in stores)
        {
            foreach (Finding finding in JudgeWriter(context, store, second, first.Location!, data))
                yield return finding;
        }
    }

    /// <summary>The opening version before the data, the data before the closing one.</summary>
    private IEnumerable<Finding> JudgeWriter(ProtocolContext context, MemberEvent store, MemoryEvent second, MemoryLocation closing, MemberEvent data)
    {
        GraphSearch search = store.Member.Search;
        MemberEvent? odd = store.Member.Accesses.LastOrDefault(
            b => b.Event.Writes && b.Location.Overlaps(second.Location!) && b.Event.Node < store.Event.Node && search.Reaches(b.Event.Node, store.Event.Node));
        MemberEvent? even = store.Member.Accesses.FirstOrDefault(
            b => b.Event.Writes && b.Location.Overlaps(closing) && b.Event.Node > store.Event.Node && search.Reaches(store.Event.Node, b.Event.Node));
        if (odd is null || even is null)
            yield break;

        SyntaxNode[] readers = { second.Operation.Syntax, data.Event.Operation.Syntax };
        string harm = $"so that {ProtocolContext.Describe(data)} takes a half-written value for a whole one";
        if (context.IsConcerned(odd.Event, store.Event) &&
            search.HasUnorderedPath(odd.Event, store.Event, n => n.Event is { Writes: true } e && e.Location?.Overlaps(odd.Location) == true))
        {
            yield return new Finding(
                Descriptor, context.SiteOf(odd), new EditHint(nameof(EditKind.WriteBarrier), odd.Location.Name), context.SiteOf(store), readers,
                odd.Location.Name, store.Location.Name, $"the store to '{store.Location.Name}' can become visible before this one, {harm}");
        }

        if (context.IsConcerned(even.Event, store.Event) && search.HasUnorderedPath(store.Event, even.Event))
        {
            yield return new Finding(
                Descriptor, context.SiteOf(even), new EditHint(nameof(EditKind.VolatileWrite), even.Location.Name), null, readers,
                even.Location.Name, store.Location.Name, $"the store to '{store.Location.Name}' can become visible only after this one, {harm}");
        }
    }
}
