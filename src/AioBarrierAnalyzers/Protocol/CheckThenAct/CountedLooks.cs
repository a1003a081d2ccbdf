using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>
/// Finds thread-safe dictionaries that are copied by their count, the one read that makes the room and the other that fills it being two, while another thread
/// adds entries or takes them out.
/// </summary>
internal static class CountedLooks
{
    public static IEnumerable<(MemberEvent Copy, MemberEvent Rival)> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction && !m.Method.IsDisposal()))
        {
            foreach (MemberEvent copy in member.Accesses)
            {
                if (copy.Event is { Kind: EventKind.Load, IsConcurrentCollection: true, Effect.Role: MemberRole.CollectionLook } &&
                    CountedCopies.SourceOf(copy.Event.Operation) is not null && RivalOf(copy, context) is { } rival)
                {
                    yield return (copy, rival);
                }
            }
        }
    }

    /// <summary>Another thread's change of how many there are: one that adds, if there is any, as that makes the copy fail.</summary>
    private static MemberEvent? RivalOf(MemberEvent copy, ProtocolContext context)
    {
        List<MemberEvent> rivals = context.World.AccessesOf(copy.Location).Where(c => IsRival(c, copy, context)).ToList();
        return rivals.Find(c => !c.Event.TakesOut) ?? rivals.FirstOrDefault();
    }

    private static bool IsRival(MemberEvent change, MemberEvent copy, ProtocolContext context) =>
        (change.Event.TakesOut || (change.Event.Effect.Role == MemberRole.CollectionAdd && change.Event.Comparand is null)) &&
        !change.Member.IsConstruction && !change.Member.Method.IsDisposal() && !change.HasItsObjectToItself() &&
        !change.Event.Locks.Excludes(copy.Event.Locks) && !Roles.AreInTurn(copy, change) &&
        (Roles.AreApart(copy, change, context.World) || (SeveralThreads.MayRun(copy.Member) && SeveralThreads.MayRun(change.Member)));
}
