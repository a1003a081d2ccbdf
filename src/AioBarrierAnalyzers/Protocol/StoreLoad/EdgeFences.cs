using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.StoreLoad;

/// <summary>
/// Finds store buffering of which one side is divided between a member and its callers: who waits has himself entered, then looks at his own condition; who
/// changes the condition then asks whether anybody waits. Both steps in between are the callers'. A fence at the edge of one member, behind the entering or
/// before the asking, keeps nothing there but what the callers do, and says so; then the other member must have its fence too (Linux, prepare_to_wait
/// and wq_has_sleeper).
/// </summary>
internal static class EdgeFences
{
    /// <summary>Announcements and checks of them of which one has its fence and the other has none.</summary>
    public static IEnumerable<EdgeFence> Find(ProtocolContext context)
    {
        if (!context.World.Own.Any(m => m.Graph.Events.Any(IsFence)))
            yield break;
        foreach (Guard check in context.World.Own.Where(IsCandidate).SelectMany(context.Guards.Of))
        {
            MemberEvent load = check.Load;
            if (load.Event is not { Kind: EventKind.Load, Locks.IsEmpty: true } || load.Location.Kind != LocationKind.Field || !check.IsChoice ||
                IsSecondLook(check) || !Acts(check) || ComesBehindStore(load))
            {
                continue;
            }

            foreach (MemberEvent store in context.World.AccessesOf(load.Location)
                .Where(s => s.Member != load.Member && IsCandidate(s.Member) && IsAnnouncement(s, check)))
            {
                if (HasFenceBefore(load) ? StaysUnfenced(store) && !IsSeen(store, context, s => !StaysUnfenced(s))
                    : HasFenceBehind(store) && IsUnfenced(load) && !IsSeen(load, context, l => !IsUnfenced(l)))
                {
                    yield return new EdgeFence(store, load, isStoreUnfenced: HasFenceBefore(load));
                }
            }
        }
    }

    /// <summary>Compared with what was read there before: the read in between is checked, and nobody waits.</summary>
    private static bool IsSecondLook(Guard check) => check.Branch.Condition!.Sources().Any(
        s => s != check.Load.Event && s.Location?.Overlaps(check.Load.Location) == true);

    private static bool IsCandidate(Member member) => member.Kind == MemberKind.Ordinary && !member.Method.IsDisposal();

    /// <summary>Something is done there that is left undone where the announcement is missed.</summary>
    private static bool Acts(Guard check) => check.Member.Graph.Events.Any(
        e => check.Covers(e) && e.Kind is EventKind.Wake or EventKind.Start or EventKind.Invoke or EventKind.Opaque or EventKind.LockEnter && check.IsNear(e));

    /// <summary>Where the member itself stores before it looks, the order of the two is its own.</summary>
    private static bool ComesBehindStore(MemberEvent load) =>
        load.Member.Accesses.Any(a => a.Event.Writes && load.Member.Search.Reaches(a.Event.Node, load.Event.Node));

    /// <summary>Goes up, or is set, to what the check acts on; and the member looks at nothing behind it.</summary>
    private static bool IsAnnouncement(MemberEvent store, Guard check) => store.Event.Kind == EventKind.Store && !Stores.IsClear(store.Event) &&
        store.Event.Stored is Value.Derived { Addend: > 0 } or Value.Constant && check.Admits(store.Event) &&
        !store.Member.Accesses.Any(a => a.Event.Reads && a.Event.Locks.IsEmpty && store.Member.Search.Reaches(store.Event.Node, a.Event.Node));

    private static bool IsFence(MemoryEvent @event) => @event is { Kind: EventKind.Fence, Action.Ordering: Ordering.Full };

    private static bool IsOrdered(GraphNode node) =>
        node.Event is { } e && (e.Kind is EventKind.ReadModifyWrite or EventKind.Wait || e.Action.Ordering == Ordering.Full);

    /// <summary>The first thing that the member does is a fence.</summary>
    private static bool HasFenceBefore(MemberEvent load) =>
        !load.Member.Search.ReachesUnblocked(0, load.Event.Node, static node => node.Event is { } e && IsFence(e));

    private static bool IsUnfenced(MemberEvent load) => load.Member.Search.ReachesUnblocked(0, load.Event.Node, IsOrdered);

    /// <summary>
    /// The last thing that the member does is a fence. A way that ends in an exception has no last thing, and a fence behind which it stores again is there
    /// for itself.
    /// </summary>
    private static bool HasFenceBehind(MemberEvent store) => !StoresBehindFence(store) &&
        store.Member.Search.ReachesEnd(store.Event.Node, static _ => false, static _ => false) &&
        !store.Member.Search.ReachesEnd(store.Event.Node, static node => node.Event is { } e && IsFence(e), static _ => false);

    private static bool StoresBehindFence(MemberEvent store) => store.Member.Graph.Events.Any(
        f => IsFence(f) && store.Member.Search.Reaches(store.Event.Node, f.Node) &&
            store.Member.Accesses.Any(a => a.Event.Writes && store.Member.Search.Reaches(f.Node, a.Event.Node)));

    private static bool StaysUnfenced(MemberEvent store) => store.Member.Search.ReachesEnd(store.Event.Node, IsOrdered, static _ => false);

    /// <summary>Another member of the type calls this one, and does what is asked for: perhaps all callers do.</summary>
    private static bool IsSeen(MemberEvent access, ProtocolContext context, System.Func<MemberEvent, bool> isFenced) =>
        context.World.AccessesOf(access.Location)
            .Any(o => o.Member != access.Member && o.Event.Operation.Syntax == access.Event.Operation.Syntax && isFenced(o));
}
