using System.Collections;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO1007: a loop waits for a plain location, and nothing in it keeps the read from being hoisted (2003, <c>barrier()</c>).</summary>
internal sealed class SpinOnPlain : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO1007_SpinOnPlain;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => m.Search.HasLoop()))
        {
            foreach (GraphNode branch in member.Graph.Nodes)
            {
                if (!branch.IsBranch || !RestsOnPlainLoad(branch) || !member.Search.Reaches(branch.Index, branch.Index) ||
                    (Waited(member, branch, true, context) ?? Waited(member, branch, false, context)) is not { } load)
                {
                    continue;
                }

                MemberEvent? setter = SetterOf(load.Location!, member, branch, context);
                bool isOwn = context.IsOwn(load);
                if ((setter is null && !load.Location!.ThroughPointer) || !(isOwn || IsAskedHere(load, context)))
                    continue;
                yield return new Finding(
                    Descriptor,
                    context.SiteOf(load),
                    new EditHint(isOwn ? nameof(EditKind.VolatileRead) : nameof(EditKind.None), load.Location!.Name),
                    null,
                    setter is null ? System.Array.Empty<SyntaxNode>() : new[] { setter.Event.Operation.Syntax },
                    load.Location.Name,
                    setter is null
                        ? "nothing in the loop makes it read the location again"
                        : $"nothing in the loop makes it read the location again after {ProtocolContext.Describe(setter)} has stored to it");
            }
        }
    }

    /// <summary>A store that ends the wait: by another member, or by this one on another way.</summary>
    private static MemberEvent? SetterOf(MemoryLocation location, Member member, GraphNode branch, ProtocolContext context) =>
        context.World.AccessesOf(location).FirstOrDefault(a => a.Event.Writes && !(a.Member == member && member.Search.Reaches(branch.Index, a.Event.Node)));

    /// <summary>What a property of another type shows is waited for by who asks it, and repaired there.</summary>
    private static bool IsAskedHere(MemoryEvent load, ProtocolContext context) =>
        load.Frame.Method.MethodKind == MethodKind.PropertyGet && context.IsOwn(context.SiteOf(load));

    private static bool RestsOnPlainLoad(GraphNode branch)
    {
        IReadOnlyList<MemoryEvent> sources = branch.Condition!.Sources();
        for (int i = 0; i < sources.Count; i++)
        {
            if (sources[i].Kind == EventKind.Load && sources[i].Action.IsPlain)
                return true;
        }

        return false;
    }

    /// <summary>
    /// The plain load that a branch waits for: one way leads back to the branch and nowhere else, past nothing that makes the compiler read
    /// again, and the condition changes only if somebody else stores. Null where it is no such wait. One that only a count ends besides waits as well, if it
    /// does nothing else and the location is marked somewhere.
    /// </summary>
    private static MemoryEvent? Waited(Member member, GraphNode branch, bool outcome, ProtocolContext context)
    {
        // Most branches lead on, whichever way they go.
        int first = branch.Successors[outcome ? 0 : 1];
        bool isCounted = member.Search.ReachesEnd(first, n => n == branch, static _ => false);
        if (isCounted && (member.Search.ReachesEnd(first, n => n == branch || IsCount(n), static _ => false) ||
            member.Search.Reaches(branch.Successors[outcome ? 1 : 0], branch.Index)))
        {
            return null;
        }

        BitArray round = member.Search.ReachableByBranch(branch, outcome, static _ => false);
        if (!round[branch.Index] || branch.Condition!.VariesIn(round))
            return null;
        bool IsOfLoop(GraphNode node) => round[node.Index] && node != branch && (!isCounted || member.Search.Reaches(node.Index, branch.Index));
        List<GraphNode> loop = member.Graph.Nodes.Where(IsOfLoop).ToList();
        if (loop.Any(n => n.Successors.Count == 0 || (n.Event is { } e && StopsHoisting(e))))
            return null;
        if (isCounted && !loop.TrueForAll(n => (!n.IsBranch || IsCount(n)) && (n.Event is null || IsLookedAt(n.Event, branch.Condition, context))))
            return null;

        MemoryEvent? waited = null;
        foreach (MemoryEvent source in branch.Condition.Sources())
        {
            // What was read before the loop stays as it is.
            if (!round[source.Node])
                continue;
            bool isStored = loop.Any(n => n.Event is { Writes: true } e && e.Location?.Overlaps(source.Location!) != false);
            if (source.Kind != EventKind.Load || !source.Action.IsPlain || isStored || source.IsBulk || source.Path!.Base?.VariesIn(round) == true ||
                source.Path.Index?.VariesIn(round) == true || IsMoved(source.Path, loop) || source.Path.Location.Kind == Accesses.LocationKind.Content)
            {
                return null;
            }

            waited = PreferStored(waited, source, member);
        }

        return waited;
    }

    /// <summary>A read of a marked location that the condition asks for, or of what leads to it: always the same one, and no element of an array.</summary>
    private static bool IsLookedAt(MemoryEvent @event, Value condition, ProtocolContext context) => @event.Path is { } path && IsFixed(path) &&
        condition.Sources().Any(s => s == @event ? context.Evidence.IsMarked(s.Location!) : s.Path?.Base?.Sources().Contains(@event) == true);

    private static bool IsFixed(AccessPath path) => path.Step != Accesses.LocationKind.Element && path.Base switch
    {
        null or Value.Given => true,
        Value.Loaded { Event.Path: { } before } => IsFixed(before),
        Value.Held holder => IsFixed(holder.Path),
        Value.Address part => IsFixed(part.Path),
        _ => false,
    };

    /// <summary>A test of numbers that only this thread has.</summary>
    private static bool IsCount(GraphNode node) => node.IsBranch && node.Condition!.Sources().Count == 0;

    /// <summary>The loop itself stores to what says where the location is: each round looks at another one.</summary>
    private static bool IsMoved(AccessPath path, List<GraphNode> loop)
    {
        bool IsStoredToBy(MemoryEvent leading) => loop.Any(n => n.Event is { Writes: true } e && e.Location?.Overlaps(leading.Location!) == true);
        return path.Base?.Sources().Any(IsStoredToBy) == true || path.Index?.Sources().Any(IsStoredToBy) == true;
    }

    /// <summary>Where a loop compares two locations, the one that this member does not store itself is the one it waits for.</summary>
    private static MemoryEvent PreferStored(MemoryEvent? known, MemoryEvent candidate, Member member)
    {
        bool IsOwn(MemoryEvent e) => member.Accesses.Any(a => a.Event.Writes && a.Location.Overlaps(e.Location!));
        return known is null || (IsOwn(known) && !IsOwn(candidate)) ? candidate : known;
    }

    private static bool StopsHoisting(MemoryEvent @event) =>
        @event.Kind is not (EventKind.Load or EventKind.Store) || !@event.Action.IsPlain;
}
