using System.Collections;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>Finds the acts that rest on a decision but are not in one critical section with the look it was made by, nor behind another look.</summary>
internal static class SplitActs
{
    /// <summary>The first such act, and the lock that should have been held from the look to it; null where there is none.</summary>
    public static (MemberEvent Act, MemoryLocation Lock)? Of(Guard guard, ProtocolContext context)
    {
        FurtherLooks? looks = null;
        foreach ((MemberEvent act, MemoryLocation? held) in HeldActs.In(context).Of(guard.Member))
        {
            if (held is not null)
            {
                looks ??= new FurtherLooks(guard, context);
                bool isDecided = (looks.Covers(act) && Rests(guard, act, held, context)) ||
                    ((DependentAct.NeedsItem(guard, act) || DependentAct.TakesTurn(guard, act)) && IsWokenFor(guard, act, looks));
                bool isChosen = !isDecided && ChosenItems.AreTakenOut(guard, act, held, looks, context) &&
                    !IsReserved(guard, act, held, context);
                if ((isDecided || isChosen) && !IsRefilled(act, context) && !OwnPhases.IsFastPath(guard.Load, held) &&
                    LockObjects.IsAtHome(held, isChosen ? act : guard.Load) && IsGivenBack(guard, act, held, looks) &&
                    (IsShared(guard.Load, act, held, context) || ClosedSets.AreEnded(guard, act, held, context)))
                {
                    return (act, held);
                }
            }
            else if (guard.Covers(act.Event) && IsSentOutside(guard, act, context) is { } @lock)
            {
                return (act, @lock);
            }
        }

        return null;
    }

    /// <summary>
    /// What is fetched here is thrown away again elsewhere, as a cache is: who fetches data twice has lost nothing that was to be kept or closed.
    /// </summary>
    private static bool IsRefilled(MemberEvent act, ProtocolContext context) =>
        act.Location.Kind == LocationKind.Field && act.Event.Stored is not (Value.Constant or Value.Made) &&
        act.Location.Symbol is IFieldSymbol { Type: var type } && !LibraryTypes.Disposables.IsImplementedBy(type) &&
        LockVotes.In(context).SitesOf(act.Location).Any(s => s.Member != act.Member && s.Access.Event.Stored is Value.Constant { Content: null });

    /// <summary>
    /// On its way to the act, the section that looks also changes something that is asked for somewhere, before it gives the lock back: it may have taken the
    /// room.
    /// </summary>
    private static bool IsReserved(Guard guard, MemberEvent act, MemoryLocation @lock, ProtocolContext context)
    {
        bool IsFree(GraphNode node) => node.Event is { } @event && CriticalSections.IsOutside(@event, @lock);
        BitArray section = guard.Member.Search.ReachableFrom(guard.Load.Event.Node, IsFree);
        return guard.Member.Accesses.Any(a => a.Event.Changes && a.Event != act.Event && section[a.Event.Node] && a.Event.Locks.Find(@lock) is not null &&
            guard.Member.Search.Reaches(a.Event.Node, act.Event.Node) &&
            context.World.AccessesOf(a.Location).Any(r => r.Event.Reads && context.Guards.Of(r).Any()));
    }

    /// <summary>The change rests on what was seen; on room that was seen under the lock only where the section did not take it.</summary>
    private static bool Rests(Guard guard, MemberEvent act, MemoryLocation held, ProtocolContext context) => DependentAct.Rests(guard, act) ||
        ClosedSets.Rests(guard, act, held, context) || MissedHandOvers.Rests(guard, act, held, context) || LastUsers.Rests(guard, act, held, context) ||
        UnclaimedItems.Rests(guard, act, held, context) || CountedTakes.Rests(guard, act, held, context) ||
        OverwrittenValues.Rests(guard, act, held, context) || ClaimedNames.Rests(guard, act, held) ||
        (SpentBudgets.Rests(guard, act, held, context) && !IsReserved(guard, act, held, context)) ||
        (guard.Load.Event.Locks.Find(held) is not null && DependentAct.NeedsRoom(guard, act) && !IsReserved(guard, act, held, context) &&
            IsAddedByOthers(act, context));

    /// <summary>One thread's loop that alone adds anything finds as much room as it has seen, or more.</summary>
    private static bool IsAddedByOthers(MemberEvent act, ProtocolContext context) => act.Member is not { Kind: MemberKind.Started, IsRepeated: false } ||
        context.World.AccessesOf(act.Location).Any(a => a.Event.Effect.Role == MemberRole.CollectionAdd && a.Member != act.Member);

    /// <summary>The decision leads to a wait on a condition, and the act follows without asking again what the wait was for.</summary>
    private static bool IsWokenFor(Guard guard, MemberEvent act, FurtherLooks looks) => guard.Member.Graph.Events.Any(
        e => e.Kind == EventKind.Wait && CriticalSections.GivesBack(e) && guard.Covers(e) && guard.IsNear(e) &&
            guard.Member.Search.ReachesUnblocked(e.Node, act.Event.Node, looks.Contain) &&
            !guard.Member.Search.Reaches(e.Node, guard.Load.Event.Node));

    /// <summary>
    /// Another member uses the location under the lock too. Where the look is under the lock, its author expects others, and another thread in the same member
    /// is enough; but not in one that a thread of its own runs. So it is where the member has changed the location under the lock before it looks, and where
    /// it makes something of which there must not be two.
    /// </summary>
    private static bool IsShared(MemberEvent look, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        (act.Member.Kind == MemberKind.Ordinary && act.Location.MayAlias(look.Location) &&
            (look.Event.Locks.Find(@lock) is not null || act.Member.Accesses.Any(a => a.Event.Changes && a != act && a.Location.MayAlias(look.Location) &&
                a.Event.Locks.Find(@lock) is not null && act.Member.Search.Reaches(a.Event.Node, look.Event.Node)))) ||
        MadeTwice.Matters(look, act, @lock, context) ||
        LockVotes.In(context).SitesOf(act.Location)
            .Any(s => s.Holds(@lock) && s.Access.Event.Operation.Syntax != act.Event.Operation.Syntax && s.Member != act.Member);

    /// <summary>On some way from the look to the act, with no further look, the lock is free.</summary>
    private static bool IsGivenBack(Guard guard, MemberEvent act, MemoryLocation @lock, FurtherLooks looks)
    {
        GraphSearch search = guard.Member.Search;
        if (guard.Load.Event.Locks.Find(@lock) is null)
            return true;
        BitArray reached = search.ReachableFrom(guard.Load.Event.Node, looks.Contain);
        return guard.Member.Graph.Events.Any(
            e => reached[e.Node] && !looks.Contain(guard.Member.Graph.Nodes[e.Node]) && CriticalSections.IsOutside(e, @lock) &&
                !IsInAsyncHelper(e, guard.Load.Event, act.Event) &&
                search.ReachesUnblocked(e.Node, act.Event.Node, looks.Contain));
    }

    /// <summary>In an asynchronous helper that both steps are outside of: what it does behind its waits it does while the caller goes on.</summary>
    private static bool IsInAsyncHelper(MemoryEvent @event, MemoryEvent look, MemoryEvent act)
    {
        for (Frame at = @event.Frame; at.Caller is { } caller; at = caller)
        {
            if (at.Method.IsAsync && look.CommonFrame(@event).Depth < at.Depth && act.CommonFrame(@event).Depth < at.Depth)
                return true;
        }

        return false;
    }

    /// <summary>
    /// The lock under which everybody else decides and acts, where both are done without it: what is looked at and what is set on that account are one lock's,
    /// but for this place. The act may be atomic, the decision is not.
    /// </summary>
    private static MemoryLocation? IsSentOutside(Guard guard, MemberEvent act, ProtocolContext context)
    {
        if (!act.Event.Locks.IsEmpty || act.Event.Locks.HasUnknown || !guard.Load.Event.Locks.IsEmpty || !guard.IsNear(act.Event) ||
            act.Location.Kind != LocationKind.Field ||
            SymbolEqualityComparer.Default.Equals(act.Location.NamingSymbol, guard.Load.Location.NamingSymbol) ||
            LockVotes.In(context).Of(guard.Load.Location) is not { } discipline ||
            !discipline.Open.Any(s => s.Access.Event == guard.Load.Event))
        {
            return null;
        }

        List<LockSite> others = LockVotes.In(context).SitesOf(act.Location).Where(s => s.Access.Event.Operation.Syntax != act.Event.Operation.Syntax).ToList();
        return others.Count > 1 && others.Any(s => s.Changes) && others.All(s => s.HoldsAlone(discipline.Lock)) ? discipline.Lock : null;
    }
}
