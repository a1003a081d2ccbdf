using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>
/// Finds flags that are tested, then served, and only then cleared: what is announced in between is wiped out. A flag that gives a slot back looks the
/// same; there, whoever sets it looks at it first.
/// </summary>
internal static class LateTurns
{
    public static IEnumerable<(Guard Test, MemberEvent Clear, MemberEvent Setter)> Find(ProtocolContext context)
    {
        foreach (Member worker in context.World.Own.Where(m => !m.IsConstruction))
        {
            foreach (MemberEvent clear in worker.Accesses.Where(a => IsClear(a.Event)))
            {
                foreach (Guard test in context.Guards.Of(worker))
                {
                    if (IsServed(test, clear) && context.Evidence.IsMarked(clear.Location) && FindSetter(context, test, clear) is { } setter)
                        yield return (test, clear, setter);
                }
            }
        }
    }

    private static bool IsClear(MemoryEvent @event) =>
        (@event is { Kind: EventKind.Store, Twin: null } || Stores.IsDiscarded(@event)) && @event.Comparand is null &&
        @event.Stored is Value.Constant { Content: not null } constant && Conditions.AsNumber(constant) == 0;

    /// <summary>The test is the only look at the flag, and its clear takes the announcement back.</summary>
    private static bool IsServed(Guard test, MemberEvent clear) =>
        test.Load.Event.Kind == EventKind.Load && test.Load.Location.MayAlias(clear.Location) && test.Covers(clear.Event) &&
        test.Load.Event.Node < clear.Event.Node &&
        Conditions.Decide(test.Branch.Condition!, test.Load.Event, clear.Event.Stored!) == !test.Outcome && !Exclusion.IsBehindAtomicLock(test.Load, clear) &&
        AccessesTo(clear.Location, test.Member) == 2;

    private static int AccessesTo(MemoryLocation location, Member member) => member.Accesses.Count(a => a.Location.MayAlias(location));

    private static MemberEvent? FindSetter(ProtocolContext context, Guard test, MemberEvent clear)
    {
        ImmutableArray<MemberEvent> accesses = context.World.AccessesOf(clear.Location);
        return accesses.FirstOrDefault(
            set => set.Event.Writes && set.Member != test.Member && test.Demands(set.Event.Stored) && !set.Event.Locks.Excludes(clear.Event.Locks) &&
                (set.Event.Kind == EventKind.ReadModifyWrite && !Stores.IsDiscarded(set.Event)
                    ? IsCallbackBetween(test, clear)
                    : IsWorkBetween(context, test, clear, set)));
    }

    /// <summary>Whoever finds the flag set announces nothing: it relies on the callback that already runs.</summary>
    private static bool IsCallbackBetween(Guard test, MemberEvent clear) => test.Member.Graph.Events.Any(
        e => e.Kind == EventKind.Invoke && e.Frame == clear.Event.Frame && test.Covers(e) && test.Member.Search.Reaches(e.Node, clear.Event.Node));

    /// <summary>The worker's own look, in whichever member it is seen, or that of a property through which nobody else looks.</summary>
    private static bool IsSame(ProtocolContext context, MemoryEvent read, MemoryEvent test) =>
        read.Operation.Syntax == test.Operation.Syntax && (read.Frame.CallSite == test.Frame.CallSite ||
            (read.Frame is { CallSite: null, Method.AssociatedSymbol: { } property } && context.World.IsUsedOnlyIn(property, test.Frame.CallSite!)));

    /// <summary>The worker reads what the setter stores before it sets the flag, and does not look again behind the clear.</summary>
    private static bool IsWorkBetween(ProtocolContext context, Guard test, MemberEvent clear, MemberEvent set)
    {
        // Whoever looks at the flag, or waits, may do so to be told that the work is done.
        if (set.Member.Graph.Events.Any(e => e.Kind == EventKind.Wait) ||
            context.World.AccessesOf(clear.Location)
                .Any(a => a.Event.Reads && !Stores.IsDiscarded(a.Event) && !IsSame(context, a.Event, test.Load.Event)))
        {
            return false;
        }

        GraphSearch search = test.Member.Search;
        System.Collections.BitArray behind = search.ReachableFrom(clear.Event.Node, n => n.Index == test.Load.Event.Node);
        return test.Member.Accesses.Any(look => look.Event.Kind == EventKind.Load && test.Covers(look.Event) && !look.Location.Overlaps(clear.Location) &&
            search.Reaches(look.Event.Node, clear.Event.Node) && look.Event.Node < clear.Event.Node &&
            !test.Member.Accesses.Any(again => again.Event.Reads && again.Location.Overlaps(look.Location) && behind[again.Event.Node]) &&
            set.Member.Accesses.Any(store => store.Event.Writes && store.Location.Overlaps(look.Location) && !Stores.IsClear(store.Event) &&
                set.Member.Search.Reaches(store.Event.Node, set.Event.Node)));
    }
}
