using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Finds entries of one table that are taken out by what another table said in an earlier critical section, and entered anew in the second one: who takes an
/// entry out of both in one section may have been there in between, and what he took out comes back.
/// </summary>
internal static class StaleKeys
{
    public static IEnumerable<(MemberEvent Look, MemberEvent Act, MemoryLocation Lock)> In(Member member, ProtocolContext context)
    {
        foreach ((MemberEvent act, MemoryLocation? held) in HeldActs.In(context).Of(member))
        {
            if (held is null || !IsPlainTake(act) || act.Event is not { Key: { } key, UsedAt.Count: 0 } || context.Guards.Of(act).Count > 0)
                continue;
            foreach (MemoryEvent source in key.Sources())
            {
                if (IsLook(source, held) && member.Find(source) is { } look && !look.Location.MayAlias(act.Location) && IsEarlier(look, act, held) &&
                    IsEnteredAnew(look, act, held) && IsTakenOutOfBoth(look, act, held, context))
                {
                    yield return (look, act, held);
                }
            }
        }
    }

    private static bool IsPlainTake(MemberEvent access) =>
        access.Event is { TakesOut: true, IsConcurrentCollection: false } && access.Location.Kind == LocationKind.Content;

    private static bool IsLook(MemoryEvent source, MemoryLocation @lock) =>
        source is { Kind: EventKind.Load, TakesOut: false, IsConcurrentCollection: false, Location.Kind: LocationKind.Content } &&
            source.Locks.Find(@lock) is not null;

    /// <summary>In another section, and the one that acts does not look again.</summary>
    private static bool IsEarlier(MemberEvent look, MemberEvent act, MemoryLocation @lock) =>
        act.Member.Search.Reaches(look.Event.Node, act.Event.Node) && !CriticalSections.AreOne(look, act, @lock) &&
        !act.Member.Accesses.Any(a => a.Event.Reads && a.Location.MayAlias(look.Location) && a.Event.Locks.Find(@lock) is not null &&
            act.Member.Search.Reaches(a.Event.Node, act.Event.Node) && CriticalSections.AreOne(a, act, @lock));

    private static bool IsEnteredAnew(MemberEvent look, MemberEvent act, MemoryLocation @lock) => act.Member.Accesses.Any(
        a => a.Event.Writes && a.Location.MayAlias(look.Location) && a.Event.Locks.Find(@lock) is not null && CriticalSections.AreOne(act, a, @lock));

    private static bool IsTakenOutOfBoth(MemberEvent look, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        context.World.AccessesOf(look.Location).Any(take => take.Member != act.Member && IsPlainTake(take) && take.Event.Locks.Find(@lock) is not null &&
            take.Member.Accesses.Any(a => IsPlainTake(a) && a.Location.MayAlias(act.Location) && a.Event.Locks.Find(@lock) is not null &&
                CriticalSections.AreOne(take, a, @lock)));
}
