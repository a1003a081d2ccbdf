using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Tells an addition to a collection that is right only while a flag is not set, because who sets the flag then empties the collection, in the same critical
/// section or in a later one: what comes later is never taken out. A look that only refuses a misuse decides nothing, and who disposes of the object is to be
/// the last to use it, unless who comes too late takes care of the item himself: then he is expected.
/// </summary>
internal static class ClosedSets
{
    public static bool Rests(Guard decision, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        act.Event.Effect.Role == MemberRole.CollectionAdd && !act.Event.IsConcurrentCollection &&
        decision.Load.Location.Kind == LocationKind.Field && decision.Load.Event.Twin is null && decision.IsChoice && decision.IsNear(act.Event) &&
        context.World.AccessesOf(decision.Load.Location).Any(closing => IsClosing(closing, decision, act, @lock));

    private static bool IsClosing(MemberEvent closing, Guard decision, MemberEvent act, MemoryLocation @lock) =>
        closing.Event is { Kind: EventKind.Store, Stored: Value.Constant closed } && closing.Member != act.Member && !closing.Member.IsConstruction &&
        (!closing.Member.Method.IsDisposal() || RefusedItems.AreSeenTo(decision, act, closing.Member)) && !decision.Admits(closed) &&
        closing.Member.Accesses.Any(
            a => a.Event.Effect.Role == MemberRole.CollectionClear && a.Location.MayAlias(act.Location) && a.Event.Locks.Find(@lock) is { IsShared: false } &&
                (closing.Member.Search.Reaches(closing.Event.Node, a.Event.Node) || CriticalSections.AreOne(closing, a, @lock)));
}
