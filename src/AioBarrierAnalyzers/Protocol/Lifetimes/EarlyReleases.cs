using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// Finds the slots of a ring that are given back and then still read or cleared: the index is stored first, and whoever sees it stores to the slot.
/// </summary>
internal static class EarlyReleases
{
    /// <summary>The store of the index, the use of the slot behind it, and the store to the slot that it lets in.</summary>
    public static IEnumerable<(MemberEvent Release, MemberEvent Use, MemberEvent Overwrite, Guard Guard)> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction))
        {
            foreach (MemberEvent release in member.Accesses)
            {
                if (release.Event is not { Kind: EventKind.Store, Stored: { } next } || !context.Evidence.IsMarked(release.Location))
                    continue;
                foreach (MemberEvent use in member.Accesses)
                {
                    if (use.Location.Kind == LocationKind.Element && (use.Event.Kind == EventKind.Load || Stores.IsClear(use.Event)) &&
                        IsBehind(use, release, next) &&
                        FindOverwrite(context, use, release) is var (overwrite, guard))
                    {
                        yield return (release, use, overwrite, guard);
                    }
                }
            }
        }
    }

    /// <summary>
    /// The slot has the number that the index had, and the index had a step up; or the slots have numbers from there on, and the index goes past them all.
    /// </summary>
    private static bool IsBehind(MemberEvent use, MemberEvent release, Value next)
    {
        if (next is not Value.Derived { Varies: false } sum || use.Event.Path!.Index is not { } index || Value.Same(index, next))
            return false;
        IReadOnlyList<MemoryEvent> steps = next.Sources();
        return index.Sources().Any(load => steps.Contains(load) && load.Location?.Overlaps(release.Location) == true &&
            (index.Varies ? IsInBatch(use, release, sum, load) : sum.Addend > 0) && IsReachedFrom(release, use, load));
    }

    /// <summary>A loop goes through as many slots as the index goes up by, and none of its kind comes before the store.</summary>
    private static bool IsInBatch(MemberEvent use, MemberEvent release, Value.Derived sum, MemoryEvent index) =>
        sum.Operands.Any(o => o is Value.Loaded { IsExact: true } start && start.Event == index) &&
        use.Member.Graph.Nodes.Any(n => n.Condition is Value.Comparison { Relation: Relation.Less or Relation.NotEqual, Left.Varies: true, Right: var bound } &&
            sum.Operands.Any(o => ReferenceEquals(o, bound)) && !use.Member.Search.ReachesUnblocked(0, use.Event.Node, node => node == n)) &&
        !use.Member.Accesses.Any(a => a.Event.Kind == use.Event.Kind && a.Location.Overlaps(use.Location) && IsReachedFrom(a, release, index));

    private static bool IsReachedFrom(MemberEvent first, MemberEvent second, MemoryEvent without) =>
        first.Member.Search.ReachesUnblocked(first.Event.Node, second.Event.Node, node => node.Index == without.Node);

    private static (MemberEvent Overwrite, Guard Guard)? FindOverwrite(ProtocolContext context, MemberEvent use, MemberEvent release)
    {
        foreach (MemberEvent store in context.World.AccessesOf(use.Location))
        {
            if (store.Event.Kind != EventKind.Store || store.Member == use.Member || Stores.IsClear(store.Event) || store.Event.Locks.Excludes(use.Event.Locks))
                continue;
            Guard? guard = context.Guards.Of(store.Member).FirstOrDefault(g => g.Load.Location.Overlaps(release.Location) && g.Covers(store.Event));
            if (guard is not null)
                return (store, guard);
        }

        return null;
    }
}
