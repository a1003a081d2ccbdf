using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.Updates;
using AioBarrierAnalyzers.Sharing;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>
/// Finds times at which something is due that are looked at in one step and moved on in another, and behind that something goes one step further under a lock:
/// the lock keeps two threads that both found the time past apart, so that it goes two. What is only done anew each time, as a report or a refresh, may be
/// done twice.
/// </summary>
internal static class DueTimes
{
    public static IEnumerable<(Guard Test, MemberEvent Store)> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => m.HasInnerLock && SeveralThreads.MayRun(m)))
        {
            foreach (MemberEvent store in member.Accesses)
            {
                if (IsMoved(store.Event) && TestOf(store, context) is { } test && !Exclusion.IsHeldApart(test.Load, store) && LeadsToStep(test, store) &&
                    !IsAskedAgain(test, store))
                {
                    yield return (test, store);
                }
            }
        }
    }

    /// <summary>A store through Volatile, or an exchange whose result nobody looks at, of something that was worked out.</summary>
    private static bool IsMoved(MemoryEvent store) => store is { IsMarked: true, Stored: not (null or Value.Constant or Value.Made), Comparand: null } &&
        store.Location!.Kind == LocationKind.Field && (store is { Kind: EventKind.Store, Twin: null } || Stores.IsBlind(store));

    private static Guard? TestOf(MemberEvent store, ProtocolContext context) => context.Guards.Of(store.Member).FindLast(
        g => g.Load.Event is { Kind: EventKind.Load, IsMarked: true } load && g.Load.Location.MayAlias(store.Location) &&
            load.Path!.IsOfSameObject(store.Event.Path!) && (g.Covers(store.Event) || g.IsOnlyWayTo(store.Event)) && g.IsNear(store.Event) &&
            IsOfTime(g, store));

    /// <summary>The time of day is compared with what was read, or with how long ago that is; and is not kept as the latest one that there was.</summary>
    private static bool IsOfTime(Guard test, MemberEvent store)
    {
        if (Conditions.Reduced(test.Branch.Condition!, true).Condition is not Value.Comparison
            { Relation: not (Relation.Equal or Relation.NotEqual), Left: var left, Right: var right } ||
            (IsRead(left, test.Load.Event) && Value.Same(right, store.Event.Stored)) ||
            (IsRead(right, test.Load.Event) && Value.Same(left, store.Event.Stored)))
        {
            return false;
        }

        return Conditions.IsOfTime(test.Branch.Condition!);
    }

    private static bool IsRead(Value value, MemoryEvent load) => value is Value.Loaded { IsExact: true } read && read.Event == load;

    /// <summary>Under a lock that is taken behind the claim, something becomes what it was and one step more.</summary>
    private static bool LeadsToStep(Guard test, MemberEvent store) => test.Member.Accesses.Any(
        a => a.Event.Frame == store.Event.Frame && !a.Event.Locks.IsEmpty && !a.Location.Overlaps(store.Location) && test.IsOnlyWayTo(a.Event) &&
            test.Member.Search.Reaches(store.Event.Node, a.Event.Node) && SplitUpdates.LoadOf(a) is { } load && load.Event.Locks.Excludes(a.Event.Locks));

    /// <summary>The time is looked at once more, under the lock: that decides.</summary>
    private static bool IsAskedAgain(Guard test, MemberEvent store) => store.Member.Accesses.Any(
        a => a.Event.Reads && a.Event != test.Load.Event && a != store && a.Location.MayAlias(store.Location) &&
            store.Member.Search.Reaches(test.Load.Event.Node, a.Event.Node) && a.Event.IsIn(store.Event.Frame));
}
