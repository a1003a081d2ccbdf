using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.WellKnown;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>Where a critical section ends and another one begins.</summary>
internal static class CriticalSections
{
    /// <summary>The lock is not held where the event happens, or is given back for its time: <c>Monitor.Wait</c>.</summary>
    public static bool IsOutside(MemoryEvent @event, MemoryLocation @lock) =>
        @event.Locks.Find(@lock) is null || GivesBack(@event);

    /// <summary>A wait on a condition.</summary>
    public static bool GivesBack(MemoryEvent @event) =>
        @event.Effect.Role == MemberRole.MonitorWait;
}
