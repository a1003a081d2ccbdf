using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.Updates;

/// <summary>
/// Finds plain and volatile stores to locations that others update atomically. A store that looks at nothing is itself one step and loses nothing; one
/// that rests on an earlier look does, and so does one of a state that may be changed at the same time. What the only owner gives back is neither.
/// </summary>
internal static class Overwrites
{
    public static IEnumerable<Overwrite> Find(ProtocolContext context)
    {
        foreach (MemberEvent store in context.OwnAccesses())
        {
            if (store.Event is { Kind: EventKind.Store, IsConcurrentCollection: false, Stored: not null } && !store.Member.Method.IsDisposal() &&
                store.Location.Kind != Accesses.LocationKind.Content && !SplitUpdates.IsOwnCopy(store.Event.Path!) &&
                HasRivals(store, context) && SplitUpdates.LoadOf(store) is null &&
                Of(store, context) is { } overwrite)
            {
                yield return overwrite;
            }
        }
    }

    /// <summary>Asked first: hardly a store has any.</summary>
    private static bool HasRivals(MemberEvent store, ProtocolContext context)
    {
        foreach (MemberEvent access in RivalsOf(store, context))
        {
            if (IsUpdate(access))
                return true;
        }

        return false;
    }

    /// <summary>Others of the same place; of a struct, those of its parts.</summary>
    private static IEnumerable<MemberEvent> RivalsOf(MemberEvent store, ProtocolContext context) =>
        store.Event.IsBulk ? context.World.UpdatesWithin(store.Location) : context.World.AccessesOf(store.Location);

    private static bool IsUpdate(MemberEvent access) =>
        access.Event is { Kind: EventKind.ReadModifyWrite, IsConcurrentCollection: false } && !Stores.IsBlind(access.Event) &&
        !access.Member.Method.IsDisposal();

    private static Overwrite? Of(MemberEvent store, ProtocolContext context)
    {
        List<MemberEvent> updates = RivalsOf(store, context)
            .Where(u => IsUpdate(u) && !u.Event.Locks.Excludes(store.Event.Locks) && !Exclusion.AreBehindOneAtomicLock(u, store)).ToList();
        if (updates.Count == 0)
            return null;
        foreach (MemberEvent look in LooksBefore(store))
        {
            MemberEvent? lost = look.Event.Kind == EventKind.ReadModifyWrite
                ? IsPassedBySeveral(look, store, context) ? look : null
                : updates.FirstOrDefault(u => u.Member != store.Member && IsLostBehind(look, store, u, context));
            if (lost is not null)
                return new Overwrite(store, look, lost);
        }

        // A struct as a whole has no state that a part of it could be expected to be in.
        if (store.Event.IsBulk)
            return null;
        var states = new StateChanges(updates);
        var bits = new BitChanges(RivalsOf(store, context).Where(IsUpdate).ToList());
        return updates.FirstOrDefault(u => states.IsWipedOut(store, u, context) || bits.IsWipedOut(store, u)) is { } wiped
            ? new Overwrite(store, null, wiped)
            : null;
    }

    /// <summary>The reads and counting operations of the same place on the way to the store, with no atomic look behind them.</summary>
    private static IEnumerable<MemberEvent> LooksBefore(MemberEvent store)
    {
        GraphSearch search = store.Member.Search;
        List<MemberEvent> before = store.Member.Accesses.Where(
            a => a.Event.Reads && a.Event.Node < store.Event.Node && a.Location.Overlaps(store.Location) &&
                (!a.Location.MayAlias(store.Location) || a.Event.Path!.IsOfSameObject(store.Event.Path!)) &&
                search.BranchesBetween(a.Event.Node, store.Event.Node) <= Guard.NearBranches).ToList();
        MemberEvent? claim = before.LastOrDefault(a => a.Event.Kind == EventKind.ReadModifyWrite && !Stores.IsBlind(a.Event));
        return before.Where(a => a == claim ? a.Event.Comparand is null : claim is null || a.Event.Node > claim.Event.Node);
    }

    /// <summary>A count that went past a bound: several threads find that, and each but the last wipes out what came behind it.</summary>
    private static bool IsPassedBySeveral(MemberEvent count, MemberEvent store, ProtocolContext context) =>
        count.Event.Comparand is null && !Stores.IsExchange(count.Event) &&
        context.Guards.Of(count).Any(g => g.Covers(store.Event) && IsOrder(g.Branch.Condition!) && g.IsNear(store.Event));

    private static bool IsOrder(Value condition) => condition switch
    {
        Value.Negation negation => IsOrder(negation.Operand),
        Value.Comparison comparison => comparison.Relation is not (Relation.Equal or Relation.NotEqual),
        _ => false,
    };

    /// <summary>The atomic operation only takes away the very object that it was found to be; a new one that takes its place is not what was refused.</summary>
    private static bool IsMereRefusal(MemberEvent store, MemberEvent update) =>
        update.Event is { Stored: Value.Constant { Content: null }, Comparand: { } expected and not Value.Constant } && !Stores.IsClear(store.Event) &&
        store.Location.NamingSymbol is IFieldSymbol { Type.IsReferenceType: true } && !Value.Same(store.Event.Stored, expected);

    /// <summary>Both take the object away: it is gone, whichever comes first.</summary>
    private static bool IsSameEnd(MemberEvent store, MemberEvent update) =>
        store.Event.Stored is Value.Constant { Content: null } && update.Event is { Stored: Value.Constant { Content: null }, Comparand: not null };

    /// <summary>The atomic operation can succeed between the look and the store.</summary>
    private static bool IsLostBehind(MemberEvent look, MemberEvent store, MemberEvent update, ProtocolContext context)
    {
        List<Guard> guards = context.Guards.Of(store.Member)
            .Where(g => g.Load.Location.MayAlias(store.Location) && (g.Covers(store.Event) || g.IsOnlyWayTo(store.Event)))
            .ToList();
        if (look.Event.Locks.Excludes(update.Event.Locks) || IsMereRefusal(store, update) || IsSameEnd(store, update))
            return false;
        // A state that has a name, be it a number or an object that only stands for it.
        if (update.Event.Comparand is { } expected and (Value.Constant or Value.Held { Path.Base: null }))
        {
            // What the owner gives back is what others wait for.
            return !Value.Same(store.Event.Stored, expected) && guards.Count > 0 && guards.All(g => g.Demands(expected));
        }

        if (update.Event.Comparand is null && Stores.IsExchange(update.Event))
            return Stores.IsClear(store.Event) && guards.Count == 0 && !Stores.IsSet(update.Event);
        // An object that replaces another, whatever that one was: the look decided nothing about it.
        if (guards.Count == 0 && update.Event.Comparand is not null && !Stores.IsClear(store.Event) &&
            store.Location.NamingSymbol is IFieldSymbol { Type.IsReferenceType: true })
        {
            return false;
        }

        bool isState = update.Event.Comparand is not null && Stores.IsSet(store.Event);
        return !isState && guards.All(g => IsOrder(g.Branch.Condition!) || IsTaken(look, store, g));
    }

    /// <summary>What was counted is used and then set back, if there was anything: what is counted in between is neither used nor kept.</summary>
    private static bool IsTaken(MemberEvent look, MemberEvent store, Guard guard) =>
        guard.Load == look && look.Event.UsedAt.Count > 0 && Stores.IsClear(store.Event) && !guard.Admits(store.Event.Stored);
}
