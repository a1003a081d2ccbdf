using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Tells an item that is found in one critical section, worked on without the lock and taken out in a later one, where another member takes it out first and
/// works on it only if it was there: who takes it out has it to himself, and who has only found it shares it with him. So is an item that is taken out without
/// asking whether it was still there, and then accounted for, or its callback called, as the other member does.
/// </summary>
internal static class UnclaimedItems
{
    public static bool Rests(Guard decision, MemberEvent act, MemoryLocation @lock, ProtocolContext context)
    {
        MemoryEvent look = decision.Load.Event;
        return act.Event is { TakesOut: true, IsConcurrentCollection: false, UsedAt.Count: 0 } && act.Location.Kind == LocationKind.Content &&
            act.Location.MayAlias(decision.Load.Location) && look is { Kind: EventKind.Load, TakesOut: false } && look.Locks.Find(@lock) is not null &&
            decision.Demands(new Value.Constant(true)) && look.Key is not null && EntryStores.AreSame(look.Key, act.Event.Key) &&
            context.Guards.Of(act).Count == 0 &&
            WorkBetween(decision, act, @lock) is var work && Settlements(decision, act, @lock) is var settlements && work.Count + settlements.Count > 0 &&
            context.World.AccessesOf(act.Location).Any(claim => claim.Member != act.Member && claim.Event.TakesOut &&
                claim.Event.Locks.Find(@lock) is not null &&
                (IsWorkedOn(claim, work, @lock, context) || (IsWhole(claim, @lock) && IsSettled(claim, settlements, @lock))));
    }

    /// <summary>What must happen once for an item: a count in the section that takes it out, and the call of a callback of what was found.</summary>
    private static List<MemberEvent> Settlements(Guard decision, MemberEvent act, MemoryLocation @lock)
    {
        GraphSearch search = act.Member.Search;
        return act.Member.Accesses.Where(
            a => IsCount(a, act, @lock) ||
                (IsCallback(a) && IsOf(a.Event, decision.Load.Event) && search.Reaches(act.Event.Node, a.Event.Node))).ToList();
    }

    /// <summary>The other member settles the same for what it takes out.</summary>
    private static bool IsSettled(MemberEvent claim, List<MemberEvent> settlements, MemoryLocation @lock) => settlements.Count > 0 &&
        claim.Member.Accesses.Any(a => (IsCount(a, claim, @lock) || (IsCallback(a) && claim.Member.Search.Reaches(claim.Event.Node, a.Event.Node))) &&
            settlements.Exists(s => s.Location.MayAlias(a.Location)));

    /// <summary>The other member asks whether the item was there, or has looked in the section in which it takes it out.</summary>
    private static bool IsWhole(MemberEvent claim, MemoryLocation @lock) => claim.Event.UsedAt.Count > 0 || LooksOf(claim, @lock).Any();

    private static bool IsCount(MemberEvent access, MemberEvent take, MemoryLocation @lock) =>
        access is { Event: { Kind: EventKind.Store, Twin: not null, IsMarked: false }, Location.Kind: LocationKind.Field } &&
        access.Event.Locks.Find(@lock) is not null && CriticalSections.AreOne(access, take, @lock);

    private static bool IsCallback(MemberEvent access) =>
        access is { Event.Kind: EventKind.Load, Location: { Kind: LocationKind.Field, Symbol: IFieldSymbol { Type.TypeKind: TypeKind.Delegate } } };

    /// <summary>What is done to the item, or completed of it, while the lock is free; nothing where an atomic operation on it may say whose it is.</summary>
    private static List<MemoryEvent> WorkBetween(Guard decision, MemberEvent act, MemoryLocation @lock)
    {
        MemoryEvent look = decision.Load.Event;
        GraphSearch search = decision.Member.Search;
        List<MemoryEvent> events = decision.Member.Graph.Events.Where(
            e => decision.Covers(e) && IsOf(e, look) && search.Reaches(look.Node, e.Node) && search.Reaches(e.Node, act.Event.Node)).ToList();
        return events.Exists(e => e.Kind == EventKind.ReadModifyWrite)
            ? new List<MemoryEvent>()
            : events.Where(e => (IsCompletion(e) || (e.Writes && !e.IsMarked)) && CriticalSections.IsOutside(e, @lock)).ToList();
    }

    /// <summary>The other member goes on only if the item was there when it took it out, and then uses of it what is changed here.</summary>
    private static bool IsWorkedOn(MemberEvent claim, List<MemoryEvent> work, MemoryLocation @lock, ProtocolContext context) =>
        LooksOf(claim, @lock).Append(claim).Any(found => context.Guards.Of(found).Any(g => g.Demands(new Value.Constant(true)) &&
            claim.Member.Graph.Events.Any(e => g.IsOnlyWayTo(e) && IsOf(e, found.Event) && CriticalSections.IsOutside(e, @lock) &&
                claim.Member.Search.Reaches(claim.Event.Node, e.Node) &&
                work.Exists(w => w.Location!.MayAlias(e.Location!) && !w.Locks.Excludes(e.Locks)))));

    /// <summary>What it has looked at in the section in which it takes the item out.</summary>
    private static IEnumerable<MemberEvent> LooksOf(MemberEvent claim, MemoryLocation @lock) => claim.Member.Accesses.Where(
        a => a.Event is { Kind: EventKind.Load, TakesOut: false } && a.Event.Locks.Find(@lock) is not null && a.Location.MayAlias(claim.Location) &&
            claim.Member.Search.Reaches(a.Event.Node, claim.Event.Node) && CriticalSections.AreOne(a, claim, @lock));

    /// <summary>An access to a field of what was found, or the completion of a promise in it.</summary>
    private static bool IsOf(MemoryEvent @event, MemoryEvent found) =>
        (@event.Location is { Kind: LocationKind.Field } || IsCompletion(@event)) && @event.Path!.Base?.Sources().Contains(found) == true;

    /// <summary>May be made once, and fails for who comes second.</summary>
    private static bool IsCompletion(MemoryEvent @event) =>
        @event is { Kind: EventKind.Wake, Location.Kind: LocationKind.Content } && @event.Effect.Is(MemberTraits.Once);
}
