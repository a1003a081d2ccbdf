using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Finds what a caller is to wait by, a task completion source or an event, left under a lock where a look before the lock was taken, or in an earlier section
/// of it, said that there is something to wait for: whoever makes it come true under the lock may have looked for those who wait by then, and completes
/// nobody. So it is with a pulse that comes before the wait. Who looks again under the lock, or behind what he left, knows.
/// </summary>
internal static class MissedCompletions
{
    public static IEnumerable<MissedPulse> Find(ProtocolContext context) => context.World.HasLocks
        ? context.World.Own.Where(m => !m.IsConstruction && !m.MayRunAtOnce && !m.Method.IsDisposal()).SelectMany(m => In(m, context))
        : Enumerable.Empty<MissedPulse>();

    private static IEnumerable<MissedPulse> In(Member member, ProtocolContext context)
    {
        foreach ((MemberEvent act, MemoryLocation? held) in HeldActs.In(context).Of(member))
        {
            if (held is null || !IsLeftToWaitBy(act))
                continue;
            foreach (Guard look in context.Guards.Of(member))
            {
                if (IsMadeBefore(look, act, held) && FindChange(look, act, held, context) is { } change)
                    yield return new MissedPulse(look.Load, act.Event, held, change);
            }
        }
    }

    private static bool IsLeftToWaitBy(MemberEvent act) => act.Event.Effect.Role == MemberRole.CollectionAdd
        ? !act.Event.IsConcurrentCollection && RefusedItems.AreWaitedBy(act)
        : act.Event is { Kind: EventKind.Store, Stored: not Value.Constant } &&
            act.Location is { Kind: LocationKind.Field, Symbol: IFieldSymbol { Type: { } type } } && RefusedItems.IsWaiter(type);

    /// <summary>Without the lock, or in another section, and never again with it, nor behind the act.</summary>
    private static bool IsMadeBefore(Guard look, MemberEvent act, MemoryLocation @lock)
    {
        MemoryEvent load = look.Load.Event;
        return load is { Kind: EventKind.Load, Locks.HasUnknown: false } && look.Load.Location.Kind == LocationKind.Field &&
            (load.Locks.IsEmpty || (load.Locks.Find(@lock) is not null && !CriticalSections.AreOne(look.Load, act, @lock))) &&
            look.Covers(act.Event) && (look.IsNear(act.Event) || !load.Locks.IsEmpty) && !look.Member.Accesses.Any(
                a => a.Event.Reads && a.Event != load && a.Location.Overlaps(look.Load.Location) &&
                    (a.Event.Locks.Find(@lock) is not null || look.Member.Search.Reaches(act.Event.Node, a.Event.Node)));
    }

    /// <summary>
    /// What another member does under the lock so that nobody needs to wait, before it looks in the same section for those who wait, to let them go on; unless
    /// the section that leaves something to wait by asks for something else that this changes, too.
    /// </summary>
    private static MemberEvent? FindChange(Guard look, MemberEvent act, MemoryLocation @lock, ProtocolContext context)
    {
        foreach (MemberEvent change in context.World.AccessesOf(look.Load.Location))
        {
            if (change.Event.Writes && change.Member != look.Member && !change.Member.IsConstruction && !look.Admits(change.Event) &&
                change.Event.Locks.Find(@lock) is { IsShared: false } && LetsGoOn(change, act, @lock) &&
                !IsToldOtherwise(look, act, change.Member, @lock, context))
            {
                return change;
            }
        }

        return null;
    }

    private static bool LetsGoOn(MemberEvent change, MemberEvent act, MemoryLocation @lock)
    {
        GraphSearch search = change.Member.Search;
        return change.Member.Accesses.Any(a => a.Event.Reads && a.Location.MayAlias(act.Location) && a.Event.Locks.Find(@lock) is not null &&
                search.Reaches(change.Event.Node, a.Event.Node) && CriticalSections.AreOne(change, a, @lock)) &&
            change.Member.Graph.Events.Any(e => e.Kind == EventKind.Wake && search.Reaches(change.Event.Node, e.Node));
    }

    /// <summary>Under the lock something else is asked for that the other member changes under it; whether somebody waits already is none.</summary>
    private static bool IsToldOtherwise(Guard look, MemberEvent act, Member waker, MemoryLocation @lock, ProtocolContext context) =>
        context.Guards.Of(act.Member).Any(g => g.Load != look.Load && g.Load.Event.Locks.Find(@lock) is not null && !g.Load.Location.MayAlias(act.Location) &&
            act.Member.Search.Reaches(g.Load.Event.Node, act.Event.Node) &&
            waker.Accesses.Any(a => a.Event.Changes && a.Location.Overlaps(g.Load.Location)));
}
