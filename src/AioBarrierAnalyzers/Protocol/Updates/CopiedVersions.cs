using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Updates;

/// <summary>
/// Finds copy-on-write without comparison: the items that there are go into a new array or collection together with one more, or one less, and that takes the
/// place of the old one by a mere store. Whoever did the same in between is lost. It takes a rival: another member that compares before it replaces, or does
/// the same under a lock, or a member that anybody may call and an array of exactly one item more or less, which nobody makes who has the array to himself.
/// </summary>
internal static class CopiedVersions
{
    /// <summary>So many objects may lie around the copy.</summary>
    private const int MaxDepth = 2;

    public static IEnumerable<(SplitUpdate Update, MemberEvent Rival)> Find(ProtocolContext context)
    {
        foreach (MemberEvent store in context.OwnAccesses())
        {
            if (store.Event is { Kind: EventKind.Store, Stored: Value.Made made, Locks: { IsEmpty: true, HasUnknown: false } } && !store.Event.Path!.IsFresh &&
                store.Location.Kind == LocationKind.Field && !SplitUpdates.IsOwnCopy(store.Event.Path) && !store.Member.IsConstruction &&
                !store.Member.Method.IsDisposal() && LoadOf(store, made) is { } load && !Exclusion.IsBehindAtomicLock(load, store) &&
                RivalOf(store, load, made, context) is { } rival)
            {
                yield return (new SplitUpdate(load, store), rival);
            }
        }
    }

    private static MemberEvent? LoadOf(MemberEvent store, Value.Made made) => store.Member.Accesses.FirstOrDefault(
        a => a.Event.Kind == EventKind.Load && a.Event.Locks.IsEmpty && a.Location.MayAlias(store.Location) && a.Event.Path!.Equals(store.Event.Path) &&
            store.Member.Search.Reaches(a.Event.Node, store.Event.Node) && HoldsItemsOf(a.Event, made, store, MaxDepth));

    /// <summary>The new object is a copy with what the old one held, or has such a copy for a part.</summary>
    private static bool HoldsItemsOf(MemoryEvent old, Value.Made made, MemberEvent store, int depth)
    {
        if (made.Type is IArrayTypeSymbol)
            return store.Member.Graph.Events.Any(e => IsCopy(e, made, old, store.Member) && store.Member.Search.Reaches(e.Node, store.Event.Node));
        if (CollectionMembers.Types.Contains(made.Type))
            return made.Parts.Any(p => p is Value.Loaded { IsExact: true } or Value.Held && IsFrom(p, old));
        return depth > 0 && made.Parts.OfType<Value.Made>().Any(p => HoldsItemsOf(old, p, store, depth - 1));
    }

    /// <summary>One item, or a range of them, that was read of the old array is stored to the new one.</summary>
    private static bool IsCopy(MemoryEvent @event, Value.Made made, MemoryEvent old, Member member) =>
        @event is { Kind: EventKind.Store, Location.Kind: LocationKind.Element } && ReferenceEquals(@event.Path!.Base, made) &&
        (@event.IsBulk ? member.Graph.Events.Any(e => e is { Reads: true, IsBulk: true } && e.Operation == @event.Operation && e.DependsByAddress(old))
            : @event.Stored is { } item && IsFrom(item, old));

    private static bool IsFrom(Value items, MemoryEvent old) => items.Sources().Any(s => s == old || s.DependsByAddress(old));

    private static MemberEvent? RivalOf(MemberEvent store, MemberEvent load, Value.Made made, ProtocolContext context)
    {
        List<MemberEvent> writes = context.World.AccessesOf(store.Location).Where(
            w => w.Event.Writes && !w.Member.Method.IsDisposal() && !SoleHolders.AreApart(w, store, context.World)).ToList();
        return writes.FirstOrDefault(w => w.Member != store.Member && (IsCompared(w.Event) || IsCopiedUnderLock(w))) ??
            (context.Evidence.IsMarked(store.Location) && IsOneMoreOrLess(made, load.Event) && IsForAnybody(store.Member, context)
                ? writes.FirstOrDefault(w => w.Event == store.Event)
                : null);
    }

    /// <summary>Does the same under a lock that only keeps out who takes it.</summary>
    private static bool IsCopiedUnderLock(MemberEvent write) =>
        write.Event is { Kind: EventKind.Store, Stored: Value.Made made, Locks: { IsEmpty: false, HasUnknown: false } } && write.Member.Accesses.Any(
            a => a.Event is { Kind: EventKind.Load, Locks.IsEmpty: false } && a.Location.MayAlias(write.Location) &&
                HoldsItemsOf(a.Event, made, write, MaxDepth));

    /// <summary>Replaces what it has read and nothing else.</summary>
    private static bool IsCompared(MemoryEvent write) =>
        write is { Kind: EventKind.ReadModifyWrite, IsConcurrentCollection: false, Comparand: Value.Loaded { IsExact: true, Event: { Location: { } read } } } &&
        read.MayAlias(write.Location!);

    private static bool IsOneMoreOrLess(Value.Made made, MemoryEvent old) => made.Type is not IArrayTypeSymbol ||
        (made.Parts is { Count: 1 } lengths && lengths[0] is Value.Derived { Addend: 1 or -1 } length && IsFrom(length, old));

    private static bool IsForAnybody(Member member, ProtocolContext context) =>
        member.Kind == MemberKind.Ordinary && member.Method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal &&
        !context.World.LeavesLockToCallers(member.Method);
}
