using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Tells an item that is put away because nobody waits for one, where in one critical section another member waits because there is none: between the look for
/// a waiter and the putting away he finds nothing and begins to wait, and then the one has the item and the other one has not.
/// </summary>
internal static class MissedHandOvers
{
    public static bool Rests(Guard decision, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        IsLook(decision.Load) && IsAddition(act, @lock) && decision.Load.Event.Locks.Find(@lock) is not null && Emptiness.IsFound(decision) &&
        !act.Location.MayAlias(decision.Load.Location) &&
        context.World.AccessesOf(decision.Load.Location).Any(
            wait => wait.Member != act.Member && IsAddition(wait, @lock) && context.Guards.Of(wait.Member).Any(
                g => IsLook(g.Load) && g.Load.Location.MayAlias(act.Location) && g.Covers(wait.Event) && Emptiness.IsFound(g) &&
                    g.Load.Event.Locks.Find(@lock) is not null && CriticalSections.AreOne(g.Load, wait, @lock)));

    private static bool IsLook(MemberEvent access) => access.Location.Kind == LocationKind.Content && !access.Event.IsConcurrentCollection &&
        access.Event.Effect.Role is MemberRole.CollectionTake or MemberRole.CollectionLook;

    private static bool IsAddition(MemberEvent access, MemoryLocation @lock) => access.Location.Kind == LocationKind.Content &&
        !access.Event.IsConcurrentCollection && access.Event.Effect.Role == MemberRole.CollectionAdd && access.Event.Locks.Find(@lock) is not null;
}
