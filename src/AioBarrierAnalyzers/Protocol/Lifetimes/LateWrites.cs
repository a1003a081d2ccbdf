using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Sections;
using AioBarrierAnalyzers.Sharing;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// Finds buffers that are exchanged under a lock and emptied behind it, where a writer takes the buffer and a place in it under that lock, and fills the place
/// behind it: the buffer may be emptied first. Nothing is said where the writer tells anybody that he is done, or who empties it waits for anything.
/// </summary>
internal static class LateWrites
{
    public static IEnumerable<BufferSwap> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(static m => !m.IsConstruction && m.HasInnerLock))
        {
            foreach (MemberEvent swap in member.Accesses.Where(
                static a => a is { Location.Kind: LocationKind.Field, Event: { Kind: EventKind.Store, Stored: not Value.Constant, Locks.IsEmpty: false } }))
            {
                foreach (LockSet.HeldLock held in swap.Event.Locks.Locks)
                {
                    if (EmptyingOf(swap, held.Location) is { } emptying && WriteTo(swap, held.Location, emptying, context) is var (early, write))
                        yield return new BufferSwap(emptying, swap, write, early);
                }
            }
        }
    }

    /// <summary>The use of the old buffer behind the section that has taken it out; null where there is none, or something is waited for before.</summary>
    private static MemoryEvent? EmptyingOf(MemberEvent swap, MemoryLocation @lock)
    {
        GraphSearch search = swap.Member.Search;
        foreach (MemberEvent old in swap.Member.Accesses)
        {
            if (old.Event.Kind != EventKind.Load || !old.Location.MayAlias(swap.Location) || !old.Event.Path!.IsOfSameObject(swap.Event.Path!) ||
                old.Event.Locks.Find(@lock) is null || !search.Reaches(old.Event.Node, swap.Event.Node) || !CriticalSections.AreOne(old, swap, @lock))
            {
                continue;
            }

            MemoryEvent? emptying = swap.Member.Graph.Events.FirstOrDefault(
                e => search.Reaches(swap.Event.Node, e.Node) && e.Locks.Find(@lock) is null &&
                    ((e.Kind == EventKind.Load && e.IsBulk && e.DependsByAddress(old.Event)) || IsHandedOn(e, old.Event)));
            if (emptying is not null && !swap.Member.Graph.Events.Exists(
                e => e.Kind is EventKind.Wait or EventKind.Yield && search.Reaches(swap.Event.Node, e.Node) && search.Reaches(e.Node, emptying.Node)))
            {
                return emptying;
            }
        }

        return null;
    }

    /// <summary>Unknown code, such as that of a stream, gets the buffer.</summary>
    private static bool IsHandedOn(MemoryEvent call, MemoryEvent old) =>
        call.Kind is EventKind.Opaque or EventKind.Invoke && old.UsedAt.Contains(call.Node);

    private static (MemberEvent Early, MemberEvent Write)? WriteTo(MemberEvent swap, MemoryLocation @lock, MemoryEvent emptying, ProtocolContext context)
    {
        foreach (MemberEvent early in context.World.AccessesOf(swap.Location))
        {
            if (early.Member == swap.Member || early.Member.IsConstruction || early.Event.Kind != EventKind.Load || early.Event.Locks.Find(@lock) is null ||
                !early.Location.MayAlias(swap.Location))
            {
                continue;
            }

            foreach (MemberEvent write in early.Member.Accesses)
            {
                if (write.Event.Kind == EventKind.Store && write.Location.Kind == LocationKind.Element && write.Event.DependsByAddress(early.Event) &&
                    write.Event.Locks is { IsEmpty: true, HasUnknown: false } && !emptying.Locks.HasUnknown && IsLastStep(write))
                {
                    return (early, write);
                }
            }
        }

        return null;
    }

    /// <summary>Nothing is stored, counted or signalled behind it.</summary>
    private static bool IsLastStep(MemberEvent write) => !write.Member.Graph.Events.Exists(
        e => e != write.Event && (e.Writes || e.Kind is EventKind.Wake or EventKind.LockEnter or EventKind.Opaque or EventKind.Invoke) &&
            write.Member.Search.Reaches(write.Event.Node, e.Node));
}
