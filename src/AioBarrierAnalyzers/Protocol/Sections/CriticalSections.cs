using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>Where a critical section ends and another one begins.</summary>
internal static class CriticalSections
{
    /// <summary>The lock is not held where the event happens, or is given back for its time: <c>Monitor.Wait</c>.</summary>
    public static bool IsOutside(MemoryEvent @event, MemoryLocation @lock) =>
        @event.Locks.Find(@lock) is null || GivesBack(@event);

    /// <summary>Some way leads from one access to the other, in whichever order, on which the lock is never free.</summary>
    public static bool AreOne(MemberEvent a, MemberEvent b, MemoryLocation @lock)
    {
        (MemberEvent from, MemberEvent to) = a.Member.Search.Reaches(a.Event.Node, b.Event.Node) ? (a, b) : (b, a);
        bool IsFree(GraphNode node) => node.Event is { } @event && IsOutside(@event, @lock);
        return a.Member.Search.ReachesUnblocked(from.Event.Node, to.Event.Node, IsFree);
    }

    /// <summary>A wait on a condition.</summary>
    public static bool GivesBack(MemoryEvent @event) =>
        @event.Effect.Role == MemberRole.MonitorWait;
}
