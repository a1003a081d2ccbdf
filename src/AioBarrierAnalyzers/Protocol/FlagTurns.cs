using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol;

/// <summary>Finds flags that are tested and turned in two steps, with nothing that keeps other threads out.</summary>
internal static class FlagTurns
{
    public static IEnumerable<FlagTurn> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own)
        {
            if (member.IsConstruction)
                continue;
            foreach (Guard test in context.Guards.Of(member))
            {
                if ((context.Evidence.Of(test.Load.Location) == EvidenceKinds.None && !member.HasInnerAtomicUpdate && !member.IsRepeated) || test.Load.Event.Kind != EventKind.Load || test.Load.Event.IsConcurrentCollection || test.Load.Location.Kind == LocationKind.Content)
                    continue;
                foreach (MemberEvent store in member.Accesses)
                {
                    if ((IsTurn(test, store) || IdleClaims.IsClaim(test, store)) && IsSameAndNearest(test, store) && !IsHeldApart(test.Load, store))
                        yield return new FlagTurn(test, store);
                }
            }
        }
    }

    private static bool IsTurn(Guard test, MemberEvent store)
    {
        return store.Event is { Kind: EventKind.Store, Twin: null, Stored: Value.Constant { Content: not null } content } &&
            Conditions.AsNumber(content) is not null && Conditions.Decide(test.Branch.Condition!, test.Load.Event, content) == !test.Outcome;
    }

    private static bool IsSameAndNearest(Guard test, MemberEvent store)
    {
        if (!test.IsNear(store.Event) || !test.Covers(store.Event) || !store.Location.MayAlias(test.Load.Location) || !SameObject(store.Event.Path!, test.Load.Event.Path!))
            return false;

        // The nearest test counts: a second look, say under a lock, makes the first one a mere hint. An atomic operation in between decides.
        GraphSearch search = test.Member.Search;
        return !test.Member.Accesses.Any(a => a.Event.Reads && a.Event != test.Load.Event && a.Location.MayAlias(store.Location) &&
            search.Reaches(test.Load.Event.Node, a.Event.Node) && search.Reaches(a.Event.Node, store.Event.Node) && test.Covers(a.Event));
    }

    public static bool SameObject(AccessPath a, AccessPath b) => a.Equals(b) || (a.Base is null && b.Base is null);

    /// <summary>A lock, or something that serves as one, keeps other threads out from the test to the store.</summary>
    public static bool IsHeldApart(MemberEvent test, MemberEvent store)
    {
        return store.Event.Locks.Excludes(test.Event.Locks) || IsBehindAtomicLock(test, store);
    }

    public static bool IsBehindAtomicLock(MemberEvent test, MemberEvent store)
    {
        // A lock made of an atomic operation: taken before the test, given back after the store.
        GraphSearch search = test.Member.Search;
        foreach (MemberEvent taken in test.Member.Accesses)
        {
            if (taken.Event.Kind == EventKind.ReadModifyWrite && !taken.Location.MayAlias(store.Location) && !taken.Event.IsConcurrentCollection &&
                search.Reaches(taken.Event.Node, test.Event.Node) &&
                test.Member.Accesses.Any(given => given.Event.Writes && given != taken && given.Location.MayAlias(taken.Location) &&
                    search.Reaches(store.Event.Node, given.Event.Node)))
            {
                return true;
            }
        }

        return false;
    }
}
