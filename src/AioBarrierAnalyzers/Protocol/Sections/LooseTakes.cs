using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Finds takes from a thread-safe collection without the lock under which all others take, one of them after a look at the first item: the collection keeps
/// each step whole, but only the lock keeps look and take together.
/// </summary>
internal static class LooseTakes
{
    public static IEnumerable<(MemberEvent Take, LockSite Look, MemoryLocation Lock)> In(Member member, ProtocolContext context)
    {
        foreach (MemberEvent take in member.Accesses)
        {
            if (!IsTake(take) || !take.Event.Locks.IsEmpty || take.Event.Locks.HasUnknown)
                continue;
            List<LockSite> sites = LockVotes.In(context).SitesOf(take.Location).ToList();
            List<LockSite> others = sites.Where(s => IsTake(s.Access) && s.Access.Event.Operation.Syntax != take.Event.Operation.Syntax).ToList();
            foreach (MemoryLocation @lock in others.SelectMany(s => s.Locks).Select(l => l.Location).Distinct())
            {
                LockSite? look = sites.FirstOrDefault(s => IsPeek(s.Access) && s.HoldsAlone(@lock) && others.Any(o => o.Member == s.Member));
                if (look is not null && LockObjects.MayExclude(@lock, context.World) && others.All(o => o.HoldsAlone(@lock)) && others.Count > 1)
                {
                    yield return (take, look, @lock);
                    break;
                }
            }
        }
    }

    private static bool IsTake(MemberEvent access) => access.Event is { IsConcurrentCollection: true, TakesOut: true };

    private static bool IsPeek(MemberEvent access) =>
        access.Event is { IsConcurrentCollection: true, Operation: IInvocationOperation { TargetMethod.Name: "TryPeek" } };
}
