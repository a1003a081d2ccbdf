using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Finds what is switched on by who counts up to a number and off by who counts down to it, each under a lock that is taken only behind the count: the two come
/// to the lock in any order, and who decided first may act last. Who looks at the count again under the lock does what is right by then.
/// </summary>
internal static class OvertakenActs
{
    public static IEnumerable<OvertakenAct> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own)
        {
            if (member.AtomicUpdates.IsEmpty || member.IsConstruction || member.Method.IsDisposal())
                continue;
            foreach (Guard decision in context.Guards.Of(member))
            {
                if (decision.Load.Event is { Delta: < 0 } && IsDecision(decision) && Judge(decision, context) is { } found)
                    yield return found;
            }
        }
    }

    private static OvertakenAct? Judge(Guard down, ProtocolContext context)
    {
        foreach (MemberEvent up in context.World.AccessesOf(down.Load.Location))
        {
            if (up.Event.Delta <= 0 || up.Member == down.Member || up.Member.IsConstruction)
                continue;
            foreach (Guard opposite in context.Guards.Of(up).Where(IsDecision))
            {
                foreach (MemberEvent act in ActsOf(down))
                {
                    MemberEvent? other = ActsOf(opposite)
                        .FirstOrDefault(o => o.Location.MayAlias(act.Location) && !Value.Same(o.Event.Stored, act.Event.Stored) && LockOf(act, o) is not null);
                    if (other is not null)
                        return new OvertakenAct(down.Load, act, up, other, LockOf(act, other)!);
                }
            }
        }

        return null;
    }

    /// <summary>Only who arrives at the one number acts.</summary>
    private static bool IsDecision(Guard guard) =>
        guard.Load.Event is { Kind: EventKind.ReadModifyWrite, Delta: not 0, Locks: { IsEmpty: true, HasUnknown: false } } &&
        Conditions.Reduced(guard.Branch.Condition!, guard.Outcome) is { Outcome: var outcome, Condition: Value.Comparison comparison } &&
        comparison.Relation == (outcome ? Relation.Equal : Relation.NotEqual);

    private static IEnumerable<MemberEvent> ActsOf(Guard decision) => decision.Member.Accesses.Where(
        a => a.Event is { Kind: EventKind.Store, Locks.IsEmpty: false } && a.Location.Kind == LocationKind.Field && decision.Covers(a.Event) &&
            !IsAskedAgain(decision, a));

    private static bool IsAskedAgain(Guard decision, MemberEvent act) => decision.Member.Accesses.Any(
        r => r.Event.Reads && r.Location.MayAlias(decision.Load.Location) && r.Event.Locks.Excludes(act.Event.Locks));

    private static MemoryLocation? LockOf(MemberEvent act, MemberEvent other) =>
        act.Event.Locks.Locks.Where(l => !l.IsShared && other.Event.Locks.Find(l.Location) is { IsShared: false })
            .Select(l => l.Location).FirstOrDefault();
}
