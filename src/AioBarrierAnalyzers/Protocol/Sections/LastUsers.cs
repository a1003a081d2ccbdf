using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Tells an object that is taken out of its table because its last user has left, or because it was found to have none, in a later critical section than the
/// one that counted or looked: whoever looks it up in between counts himself in, and uses what is no longer in the table.
/// </summary>
internal static class LastUsers
{
    public static bool Rests(Guard decision, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        act.Event.TakesOut && act.Location.Kind == LocationKind.Content && !act.Event.IsConcurrentCollection &&
        decision.Load is { Location.Kind: LocationKind.Field, Event: var count } && count.Locks.Find(@lock) is { IsShared: false } &&
        (count.Twin is null ? Emptiness.IsFound(decision) : IsAtZero(decision) && decision.IsNear(act.Event)) &&
        IsJoined(decision.Load.Location, act, @lock, context);

    /// <summary>Whoever finds the object in its table counts himself in, in one section.</summary>
    public static bool IsJoined(MemoryLocation count, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        context.World.AccessesOf(count).Any(up => IsRise(up.Event) && up.Event.Locks.Find(@lock) is not null && IsLookedUp(up, act, @lock));

    private static bool IsAtZero(Guard decision)
    {
        (Value condition, bool outcome) = Conditions.Reduced(decision.Branch.Condition!, decision.Outcome);
        return condition is Value.Comparison { Left: Value.Derived { Addend: -1 }, Right: var zero } comparison && Conditions.AsNumber(zero) == 0 &&
            comparison.Relation switch
            {
                Relation.Equal or Relation.LessOrEqual => outcome,
                Relation.NotEqual or Relation.Greater => !outcome,
                _ => false,
            };
    }

    private static bool IsRise(MemoryEvent store) => store is { Kind: EventKind.Store, Twin: not null, Stored: Value.Derived { Addend: > 0 } };

    /// <summary>What is counted was found in the same section.</summary>
    private static bool IsLookedUp(MemberEvent up, MemberEvent act, MemoryLocation @lock) => up.Member.Accesses.Any(
        a => a.Event.Reads && a.Location.MayAlias(act.Location) && a.Event.Locks.Find(@lock) is not null &&
            up.Member.Search.Reaches(a.Event.Node, up.Event.Node) && CriticalSections.AreOne(a, up, @lock));
}
