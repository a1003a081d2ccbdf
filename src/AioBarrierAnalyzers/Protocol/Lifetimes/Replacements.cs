using System.Collections;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// Tells memory that was taken from its place in one of its users' critical sections, and given back behind it: whatever was put there, a user that is in its
/// own section since then has that, and one that was in it before has left it.
/// </summary>
internal static class Replacements
{
    public static bool ComeFirst(MemoryEvent giveBack, Value given, AccessPath resource, MemberEvent use, Member member) =>
        !use.Event.Locks.IsEmpty && member.Graph.Events.Any(e => IsReplacement(e, resource, use, given) && member.Search.Reaches(e.Node, giveBack.Node) &&
            OriginsOf(given).Any(s => member.Search.Reaches(s.Node, e.Node))) &&
        !IsCarriedOut(use);

    /// <summary>Where the memory was taken from its place; of a struct's field, where the struct was copied.</summary>
    private static IReadOnlyList<MemoryEvent> OriginsOf(Value given) =>
        given is Value.Loaded { Event.Path.Base: Value.Made { CopyOf: { } copied } } ? copied.Sources() : given.Sources();

    private static bool IsReplacement(MemoryEvent store, AccessPath resource, MemberEvent use, Value given) =>
        store.Kind == EventKind.Store && store.Location!.MayAlias(resource.Location) && store.Locks.Excludes(use.Event.Locks) &&
        Value.Same(store.Path!.Base, resource.Base) && !Value.Same(store.Stored, given);

    /// <summary>What was read in the section is still used behind its end.</summary>
    private static bool IsCarriedOut(MemberEvent use)
    {
        GraphSearch search = use.Member.Search;
        foreach (MemoryEvent exit in use.Member.Graph.Events)
        {
            if (exit.Kind != EventKind.LockExit || !search.ReachesUnblocked(use.Event.Node, exit.Node, IsLockExit))
                continue;
            BitArray behind = search.ReachableFrom(exit.Node, node => node.Index == use.Event.Node);
            behind[use.Event.Node] = false;
            behind[exit.Node] = true;
            if (use.Event.UsedAt.Any(node => behind[node]) || use.Member.Graph.Events.Any(e => behind[e.Node] && e.DependsByAddress(use.Event)))
                return true;
        }

        return false;
    }

    private static bool IsLockExit(GraphNode node) => node.Event is { Kind: EventKind.LockExit };
}
