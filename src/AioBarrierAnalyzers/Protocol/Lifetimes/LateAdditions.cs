using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.Sections;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// Finds an item that goes into a thread-safe collection because a flag was not set, where the collection is emptied for the last time when the flag is:
/// between the look and the addition both may be done, and then nobody takes the item out. So it is with a continuation that is stored in a field, which is
/// looked at for the last time when the flag is set. A second look behind the addition, or a count that those who add
/// take part in before they look, makes it right. Nothing is said where the one whose item comes too late is not told, and does nothing about it: then it may
/// be dropped.
/// </summary>
internal static class LateAdditions
{
    public static IEnumerable<LateAddition> Find(ProtocolContext context)
    {
        foreach (Member adder in context.World.Own)
        {
            if (adder.IsConstruction || adder.MayRunAtOnce || adder.Method.IsDisposal())
                continue;
            foreach (MemberEvent act in adder.Accesses)
            {
                if (!IsAddition(act) && !IsRegistration(act))
                    continue;

                if (context.Guards.Of(adder).Select(look => Judge(look, act, context)).FirstOrDefault(late => late is not null) is { } found)
                    yield return found;
            }
        }
    }

    private static LateAddition? Judge(Guard look, MemberEvent act, ProtocolContext context)
    {
        MemoryEvent load = look.Load.Event;
        if (load is not { Kind: EventKind.Load, Locks: { IsEmpty: true, HasUnknown: false } } ||
            load.Location is not { Kind: LocationKind.Field, NamingSymbol: IFieldSymbol { Type.IsValueType: true } } ||
            !look.IsChoice || !look.Covers(act.Event) || !look.IsNear(act.Event) || IsSeenToBehind(look, act) || IsCountedIn(look))
        {
            return null;
        }

        foreach (MemberEvent closing in context.World.AccessesOf(load.Location))
        {
            if (closing.Event is { Writes: true, Stored: Value.Constant closed } && closing.Member != act.Member && !look.Admits(closed) &&
                IsMinded(look, act, closing.Member) && AreApart(act, closing, context) &&
                LastDrain(closing, closed, act, context) is { } drain && !IsTakenAnyway(look, act, context))
            {
                return new LateAddition(look.Load, act, closing, drain);
            }
        }

        return null;
    }

    private static bool IsAddition(MemberEvent act) => act.Event is { IsConcurrentCollection: true, Effect.Role: MemberRole.CollectionAdd };

    /// <summary>What is to be run or completed is stored in the one place that there is for it.</summary>
    private static bool IsRegistration(MemberEvent act) => act.Event is { Kind: EventKind.Store, Stored: not Value.Constant, Locks.IsEmpty: true } &&
        act.Location is { Kind: LocationKind.Field, Symbol: IFieldSymbol { Type: { } type } } &&
        (type.TypeKind == TypeKind.Delegate || RefusedItems.IsWaiter(type));

    /// <summary>A thread-safe collection is there for several threads; what is stored may be one thread's, if nothing says otherwise.</summary>
    private static bool AreApart(MemberEvent act, MemberEvent closing, ProtocolContext context) => act.Event.IsConcurrentCollection ||
        context.Evidence.IsMarked(closing.Location) || context.Evidence.IsMarked(act.Location) || closing.Member.Kind == MemberKind.Started;

    /// <summary>Behind the addition the flag is looked at again, the item is taken back, or code is started that will take it.</summary>
    private static bool IsSeenToBehind(Guard look, MemberEvent act)
    {
        GraphSearch search = look.Member.Search;
        return look.Member.Graph.Events.Any(
            e => search.Reaches(act.Event.Node, e.Node) && (e.Kind == EventKind.Start ||
                (e.Reads && e.Location!.Overlaps(look.Load.Location)) ||
                (e.Effect.Role == MemberRole.CollectionTake && e.Location?.MayAlias(act.Location) == true)));
    }

    /// <summary>An atomic operation comes before the look: whoever closes may wait for those that are inside.</summary>
    private static bool IsCountedIn(Guard look) =>
        look.Member.AtomicUpdates.Any(u => look.Member.Search.Reaches(u.Event.Node, look.Load.Event.Node));

    /// <summary>
    /// It is no matter of indifference what becomes of the item: the caller is told whether it was taken, it is seen to where it was not, or somebody waits
    /// by it.
    /// </summary>
    private static bool IsMinded(Guard look, MemberEvent act, Member closer) => RefusedItems.AreSeenTo(look, act, closer) ||
        (!closer.Method.IsDisposal() && (RefusedItems.AreWaitedBy(act) || look.Member.Method.ReturnType.SpecialType == SpecialType.System_Boolean));

    /// <summary>The collection is emptied behind the store, or where the flag is seen set, and not again after that.</summary>
    private static MemberEvent? LastDrain(MemberEvent closing, Value.Constant closed, MemberEvent act, ProtocolContext context) =>
        context.World.AccessesOf(act.Location).FirstOrDefault(d => IsEmptying(d) &&
            (d.Member == closing.Member ? d.Member.Search.Reaches(closing.Event.Node, d.Event.Node) : IsLast(d, closing, closed, context)));

    private static bool IsEmptying(MemberEvent access) => (access.Location.Kind == LocationKind.Field && access.Event.Reads) ||
        access.Event.Effect.Role == MemberRole.CollectionClear ||
        (access.Event.Effect.Role == MemberRole.CollectionTake && access.Member.Search.Reaches(access.Event.Node, access.Event.Node));

    /// <summary>Only where the flag is set, or before it is found set with nothing left; and then it is over.</summary>
    private static bool IsLast(MemberEvent drain, MemberEvent closing, Value.Constant closed, ProtocolContext context) =>
        context.Guards.Of(drain.Member).Any(g => g.Load.Location.MayAlias(closing.Location) && g.Demands(closed) &&
            (g.Covers(drain.Event)
                ? !drain.Member.Search.Reaches(drain.Event.Node, g.Load.Event.Node)
                : IsFoundEmpty(drain, g, context) && !drain.Member.Search.Reaches(g.Branch.Successors[g.Outcome ? 0 : 1], drain.Event.Node)));

    private static bool IsFoundEmpty(MemberEvent drain, Guard leaving, ProtocolContext context) =>
        context.Guards.Of(drain).Any(g => g.Covers(leaving.Load.Event) && g.Demands(new Value.Constant(false)));

    /// <summary>A thread of its own takes items out and does not ask for the flag: it goes on.</summary>
    private static bool IsTakenAnyway(Guard look, MemberEvent act, ProtocolContext context) => context.World.AccessesOf(act.Location).Any(
        t => t.Event.Effect.Role == MemberRole.CollectionTake && t.Member.Kind == MemberKind.Started &&
            !t.Member.Accesses.Any(a => a.Event.Reads && a.Location.Overlaps(look.Load.Location)));
}
