using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Finds updates under a lock that rest on a read outside their critical section: a number that is counted on, an object that is linked to what was read, or
/// a flag that was seen and is cleared.
/// Nothing is said where the section looks again, or a turn was taken that keeps all others out.
/// </summary>
internal static class StaleUpdates
{
    public static IEnumerable<StaleUpdate> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own)
        {
            if (member.IsConstruction || member.MayRunAtOnce || member.Method.IsDisposal() || !member.Graph.Events.Any(e => e.Kind == EventKind.LockExit))
                continue;
            foreach (MemberEvent store in member.Accesses
                .Where(a => a.Event is { Kind: EventKind.Store, Twin: null, IsBulk: false, Stored: not null } && a.Location.Kind == LocationKind.Field))
            {
                if (Of(store, context) is { } update)
                    yield return update;
            }
        }
    }

    private static StaleUpdate? Of(MemberEvent store, ProtocolContext context)
    {
        Member member = store.Member;
        if (store.Event.Locks.HasUnknown || store.Event.Locks.Locks.Where(l => !l.IsShared).Select(l => l.Location)
            .FirstOrDefault(l => LockObjects.MayExclude(l, context.World)) is not { } @lock)
        {
            return null;
        }

        foreach (MemberEvent load in member.Accesses)
        {
            if (load.Event.Kind == EventKind.Load && load.Event.Twin is null && load.Event.Path!.Equals(store.Event.Path) &&
                (IsMadeFrom(store.Event, load.Event, member) || IsClearOf(store, load, @lock)) &&
                member.Search.Reaches(load.Event.Node, store.Event.Node) && IsGivenBack(load, store, @lock) &&
                !IsAskedAgain(load, store, @lock, context) && !IsTurn(load, store, @lock, context) && RivalOf(load, store, @lock, context) is { } rival &&
                (!Stores.IsClear(store.Event) || IsSetAtAnyTime(rival, context)))
            {
                return new StaleUpdate(load, store, @lock, rival);
            }
        }

        return null;
    }

    private static bool IsMadeFrom(MemoryEvent store, MemoryEvent load, Member member) =>
        IsComputed(store.Stored!, load) || (store.Stored is { IsFresh: true } made && member.Graph.Events.Any(
            e => e.Kind == EventKind.Store && e.Path is { Step: LocationKind.Field, Base: { } linked } && Value.Same(linked, made) &&
                e.Stored is Value.Loaded { IsExact: true } next &&
                next.Event == load && member.Search.Reaches(e.Node, store.Node)));

    /// <summary>
    /// What was seen under the lock is cleared in another section, which does not look; and the member does not set it itself, as who takes a turn does.
    /// </summary>
    private static bool IsClearOf(MemberEvent store, MemberEvent load, MemoryLocation @lock) =>
        Stores.IsClear(store.Event) && load.Event.Locks.Find(@lock) is not null && load.Event.UsedAt.Count > 0 &&
        !store.Member.Accesses.Any(a => a.Location.MayAlias(store.Location) &&
            (Stores.IsSet(a.Event) || (a.Event.Reads && store.Member.Search.Reaches(a.Event.Node, store.Event.Node) && !IsGivenBack(a, store, @lock))));

    /// <summary>Another member sets it whatever it was.</summary>
    private static bool IsSetAtAnyTime(MemberEvent rival, ProtocolContext context) =>
        Stores.IsSet(rival.Event) && !context.Guards.Of(rival.Member).Any(g => g.Load.Location.MayAlias(rival.Location) && g.Covers(rival.Event));

    /// <summary>By arithmetic: what an unknown call makes of it may be something new.</summary>
    private static bool IsComputed(Value value, MemoryEvent load) => value switch
    {
        Value.Derived { IsChoice: true } choice => choice.Operands.Any(o => IsComputed(o, load)),
        Value.Derived { Varies: false } derived => derived.Sources().Contains(load),
        Value.Masked masked => masked.Operand is Value.Derived && IsComputed(masked.Operand, load),
        _ => false,
    };

    /// <summary>On every way from the read to the store, without another read, the lock is free for a time.</summary>
    private static bool IsGivenBack(MemberEvent load, MemberEvent store, MemoryLocation @lock)
    {
        if (load.Event.Locks.Find(@lock) is null)
            return !load.Event.Locks.HasUnknown;
        bool IsFreeOrAgain(GraphNode node) => node.Index == load.Event.Node || (node.Event is { } @event && CriticalSections.IsOutside(@event, @lock));
        return !load.Member.Search.ReachesUnblocked(load.Event.Node, store.Event.Node, IsFreeOrAgain);
    }

    /// <summary>The section of the store decides anew, by the location itself or a version of it.</summary>
    private static bool IsAskedAgain(MemberEvent load, MemberEvent store, MemoryLocation @lock, ProtocolContext context) => context.Guards.Of(store.Member).Any(
        g => g.Load.Event != load.Event && g.Load.Event.Locks.Find(@lock) is not null && g.Covers(store.Event) && IsGivenBack(load, g.Load, @lock) &&
            load.Member.Search.Reaches(load.Event.Node, g.Load.Event.Node));

    /// <summary>The section of the read also sets what it, or somebody else, asks for first.</summary>
    private static bool IsTurn(MemberEvent load, MemberEvent store, MemoryLocation @lock, ProtocolContext context) => load.Member.Accesses.Any(
        a => a.Event.Changes && a.Location.Kind == LocationKind.Field && !a.Location.MayAlias(store.Location) && a.Event.Locks.Find(@lock) is not null &&
            IsTogether(a, load, @lock) &&
            context.World.AccessesOf(a.Location).Any(r => r.Event.Reads && r.Event.Locks.Find(@lock) is not null && context.Guards.Of(r).Any()));

    private static bool IsTogether(MemberEvent a, MemberEvent b, MemoryLocation @lock)
    {
        bool IsFree(GraphNode node) => node.Event is { } @event && CriticalSections.IsOutside(@event, @lock);
        return a.Member.Search.ReachesUnblocked(a.Event.Node, b.Event.Node, IsFree) || a.Member.Search.ReachesUnblocked(b.Event.Node, a.Event.Node, IsFree);
    }

    /// <summary>
    /// Another member's store under the lock. Where the read is under the lock too, its author expects others to store at the same time, and another thread in
    /// this member is enough; but not in a member that one thread runs.
    /// </summary>
    private static MemberEvent? RivalOf(MemberEvent load, MemberEvent store, MemoryLocation @lock, ProtocolContext context)
    {
        List<LockSite> others = LockVotes.In(context).SitesOf(store.Location)
            .Where(s => s.Changes && s.Member != store.Member && s.Access.Event.Operation.Syntax != store.Event.Operation.Syntax).ToList();
        if (others.Any(s => !s.HoldsAlone(@lock)))
            return null;
        bool isUnlocked = load.Event.Locks.Find(@lock) is null;
        return others.FirstOrDefault(s => !isUnlocked || !Stores.IsClear(s.Access.Event))?.Access ??
            (isUnlocked || store.Member.Kind == MemberKind.Started ? null : store);
    }
}
