using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Finds the waits on a condition that is looked at without the lock only: whoever makes it come true may do so, and pulse, before the lock is taken, and
/// nobody pulses again. It is no matter whether he makes it come true under the lock. A wait with a time limit looks again by itself.
/// </summary>
internal static class MissedPulses
{
    public static IEnumerable<MissedPulse> Find(ProtocolContext context) =>
        context.World.Own.Where(m => !m.IsConstruction && !m.MayRunAtOnce).SelectMany(m => In(m, context));

    private static IEnumerable<MissedPulse> In(Member member, ProtocolContext context)
    {
        foreach (MemoryEvent wait in member.Graph.Events)
        {
            if (!CriticalSections.GivesBack(wait) || wait.Effect.Result == AtomicResult.Success || wait.Location is not { } signal || wait.Locks.HasUnknown ||
                wait.Locks.Locks.Count != 1)
            {
                continue;
            }

            MemoryLocation @lock = wait.Locks.Locks[0].Location;
            foreach (Guard look in context.Guards.Of(member))
            {
                if (IsMadeBefore(look, wait) && FindChange(look, wait, signal, context) is { } change)
                    yield return new MissedPulse(look.Load, wait, @lock, change);
            }
        }
    }

    /// <summary>Without the lock, and not again with it.</summary>
    private static bool IsMadeBefore(Guard look, MemoryEvent wait)
    {
        MemoryEvent load = look.Load.Event;
        return load.Locks is { IsEmpty: true, HasUnknown: false } && look.Covers(wait) && look.IsNear(wait) &&
            look.Member.Search.ReachesUnblocked(load.Node, wait.Node, node => node.Event is { Reads: true, Locks.IsEmpty: false, Location: { } location } &&
                location.Overlaps(look.Load.Location));
    }

    /// <summary>
    /// What another member does so that nobody needs to wait, before it pulses; unless the section that waits asks for something that it does, too.
    /// </summary>
    private static MemberEvent? FindChange(Guard look, MemoryEvent wait, MemoryLocation signal, ProtocolContext context)
    {
        foreach (MemberEvent change in context.World.AccessesOf(look.Load.Location))
        {
            if (change.Event.Writes && change.Member != look.Member && !change.Member.IsConstruction && EndsWait(change.Event, look) &&
                change.Member.Graph.Events.Any(
                    e => e.Kind == EventKind.Wake && e.Location?.MayAlias(signal) == true && change.Member.Search.Reaches(change.Event.Node, e.Node)) &&
                !IsToldOtherwise(look.Member, wait, change.Member, context))
            {
                return change;
            }
        }

        return null;
    }

    /// <summary>What is stored leads past the wait; of a count, a step may.</summary>
    private static bool EndsWait(MemoryEvent change, Guard look)
    {
        if (change.IsConcurrentCollection)
            return change.Effect.Role == MemberRole.CollectionAdd;
        if (!look.Admits(change))
            return true;
        (Value condition, _) = Conditions.Reduced(look.Branch.Condition!, look.Outcome);
        bool isStep = change.Twin is not null || change.Delta != 0;
        return isStep ? condition is Value.Comparison { Relation: Relation.Equal or Relation.NotEqual }
            : change.Stored is not (null or Value.Constant) && Conditions.IsNullTest(look.Branch.Condition!, look.Load.Event);
    }

    /// <summary>Under the lock something else is asked for that the other member changes under it.</summary>
    private static bool IsToldOtherwise(Member waiter, MemoryEvent wait, Member waker, ProtocolContext context) => context.Guards.Of(waiter).Any(
        g => g.Load.Event.Locks.Excludes(wait.Locks) && g.Covers(wait) &&
            waker.Accesses.Any(a => a.Event.Changes && a.Location.Overlaps(g.Load.Location)));
}
