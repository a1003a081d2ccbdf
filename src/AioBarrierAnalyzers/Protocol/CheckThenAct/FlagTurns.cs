using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

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
                if ((context.Evidence.Of(test.Load.Location) == EvidenceKinds.None && !member.HasInnerAtomicUpdate && !member.HasConcurrentAdd &&
                        !member.IsRepeated) ||
                    test.Load.Event.Kind != EventKind.Load || test.Load.Event.IsConcurrentCollection || test.Load.Location.Kind == LocationKind.Content)
                {
                    continue;
                }

                foreach (MemberEvent store in member.Accesses)
                {
                    if ((IsTurn(test, store) || IdleClaims.IsClaim(test, store)) && IsSameAndNearest(test, store, context) && !KeepsOthersOut(test, store) &&
                        !IsInOwnSlot(store))
                        yield return new FlagTurn(test, store);
                }
            }
        }
    }

    /// <summary>
    /// A lock that is held over both keeps out a second run of the member. Who sets a flag that is cleared here, perhaps without that lock, is another one.
    /// </summary>
    private static bool KeepsOthersOut(Guard test, MemberEvent store) =>
        Stores.IsClear(store.Event) ? Exclusion.IsBehindAtomicLock(test.Load, store) : Exclusion.IsHeldApart(test.Load, store);

    /// <summary>
    /// In a slot of a ring, at a position that the member steps on plainly: that is one thread's own, and what the flag says is whose turn the slot is.
    /// </summary>
    private static bool IsInOwnSlot(MemberEvent store) => store.Event.Path is { } path && store.Member.Accesses.Any(
        step => step.Event is { Kind: EventKind.Store, IsMarked: false, Stored: Value.Derived, Locks: { IsEmpty: true, HasUnknown: false } } &&
            step.Location.Kind == LocationKind.Field && (IsFoundBy(path.Base, step) || IsFoundBy(path.Index, step)));

    private static bool IsFoundBy(Value? place, MemberEvent step) =>
        place?.Sources().Any(s => s.Kind == EventKind.Load && s.Location is { } read && read.Equals(step.Location)) == true;

    private static bool IsTurn(Guard test, MemberEvent store)
    {
        // A compare-exchange that nobody asks whether it has succeeded is no better than a store.
        return (store.Event is { Kind: EventKind.Store, Twin: null } || (Stores.IsDiscarded(store.Event) && Stores.IsSet(store.Event))) &&
            store.Event.Stored is Value.Constant content && Conditions.AsNumber(content) is not null &&
            Conditions.Decide(test.Branch.Condition!, test.Load.Event, content) == !test.Outcome;
    }

    private static bool IsSameAndNearest(Guard test, MemberEvent store, ProtocolContext context) =>
        store.Location.MayAlias(test.Load.Location) && store.Event.Path!.IsOfSameObject(test.Load.Event.Path!) && test.IsNear(store.Event) &&
        (test.Covers(store.Event) || test.IsOnlyWayTo(store.Event)) && IsNearest(test, store, context);

    /// <summary>The nearest test counts: a second look, say under a lock, makes the first one a mere hint. An atomic operation in between decides.</summary>
    private static bool IsNearest(Guard test, MemberEvent store, ProtocolContext context)
    {
        GraphSearch search = test.Member.Search;
        return !test.Member.Accesses.Any(a => a.Event.Reads && a.Event != test.Load.Event && a != store && a.Location.MayAlias(store.Location) &&
            (a.Event.Kind == EventKind.ReadModifyWrite || (context.Guards.Of(a).Count > 0 && test.Covers(a.Event))) &&
            search.Reaches(test.Load.Event.Node, a.Event.Node) && search.Reaches(a.Event.Node, store.Event.Node));
    }
}
