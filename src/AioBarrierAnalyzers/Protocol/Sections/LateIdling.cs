using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Finds a worker that finds no more work in one critical section and says only behind it that nobody works now: who adds work in between still finds it said
/// that somebody does, and starts nobody. He adds and asks in one section, so that the worker's two steps would have to be one.
/// </summary>
internal static class LateIdling
{
    public static IEnumerable<(MemberEvent Look, MemberEvent Act, MemoryLocation Lock)> In(Member member, ProtocolContext context)
    {
        foreach (MemberEvent idle in member.Accesses)
        {
            if (idle.Event is { Kind: EventKind.Store, Twin: null, Stored: Value.Constant } && Stores.IsClear(idle.Event) &&
                idle.Location.Kind == LocationKind.Field && idle.Event.Locks is { HasUnknown: false } && LastLook(idle, context) is var (look, @lock))
            {
                yield return (look, idle, @lock);
            }
        }
    }

    /// <summary>The look that found nothing, in an earlier section of the lock under which others add; null where another one follows on every way.</summary>
    private static (MemberEvent Look, MemoryLocation Lock)? LastLook(MemberEvent idle, ProtocolContext context)
    {
        foreach (Guard nothing in context.Guards.Of(idle.Member))
        {
            MemberEvent look = nothing.Load;
            if (!IsWork(look) || !Emptiness.IsFound(nothing) || !(nothing.Covers(idle.Event) || nothing.IsOnlyWayTo(idle.Event)) || !nothing.IsNear(idle.Event))
                continue;
            MemberEvent taken = Taken(look);
            foreach (LockSet.HeldLock held in taken.Event.Locks.Locks)
            {
                if (!held.IsShared && !CriticalSections.AreOne(taken, idle, held.Location) && IsLast(look, idle) &&
                    IsClaimedBehindAddition(idle, look, held.Location, context))
                {
                    return (taken, held.Location);
                }
            }
        }

        return null;
    }

    private static bool IsClaimedBehindAddition(MemberEvent idle, MemberEvent look, MemoryLocation @lock, ProtocolContext context) =>
        context.World.AccessesOf(idle.Location).Any(claim => IsClaimBehindAddition(claim, idle, look, @lock, context));

    private static bool IsWork(MemberEvent look) => !look.Event.IsConcurrentCollection &&
        (look.Location.Kind == LocationKind.Field || look.Event.Effect.Role is MemberRole.CollectionTake or MemberRole.CollectionLook);

    /// <summary>Where a whole collection was taken, to be looked at behind the section, the reference that was taken.</summary>
    private static MemberEvent Taken(MemberEvent look) =>
        look.Event is { Locks.IsEmpty: true, Path.Base: Value.Loaded { IsExact: true } whole } && look.Member.Find(whole.Event) is { } load &&
        look.Member.Accesses.Any(a => a.Event.Kind == EventKind.Store && a.Location.Equals(load.Location)) ? load : look;

    /// <summary>The work is not looked at again, neither before the store nor, on some way, behind it.</summary>
    private static bool IsLast(MemberEvent look, MemberEvent idle)
    {
        bool LooksAgain(GraphNode node) =>
            node.Event is { Reads: true, Location: { } location } && node.Index != look.Event.Node && location.MayAlias(look.Location);
        GraphSearch search = idle.Member.Search;
        return search.ReachesUnblocked(look.Event.Node, idle.Event.Node, LooksAgain) &&
            search.ReachesEnd(idle.Event.Node, n => LooksAgain(n) || n.Index == look.Event.Node, static n => n.Event is { Kind: EventKind.Wait });
    }

    /// <summary>
    /// Another member says that somebody works, if it finds that nobody does, in one section with its addition to the work. It wakes nobody otherwise.
    /// </summary>
    private static bool IsClaimBehindAddition(MemberEvent claim, MemberEvent idle, MemberEvent look, MemoryLocation @lock, ProtocolContext context)
    {
        Member producer = claim.Member;
        return producer != idle.Member && claim.Event.Changes && IsUnder(claim, @lock) && !Value.Same(claim.Event.Stored, idle.Event.Stored) &&
            context.Guards.Of(producer).Exists(
                asked => asked.Load.Location.MayAlias(idle.Location) && asked.Demands(idle.Event.Stored) && asked.Covers(claim.Event) &&
                    IsUnder(asked.Load, @lock) && CriticalSections.AreOne(asked.Load, claim, @lock) &&
                    producer.Graph.Events.TrueForAll(e => e.Kind is not (EventKind.Wake or EventKind.Start) || asked.IsOnlyWayTo(e))) &&
            producer.Accesses.Any(a => IsAddition(a, look) && IsUnder(a, @lock) && CriticalSections.AreOne(a, claim, @lock));
    }

    private static bool IsUnder(MemberEvent access, MemoryLocation @lock) => access.Event.Locks.Find(@lock) is { IsShared: false };

    private static bool IsAddition(MemberEvent access, MemberEvent look) => access.Location.MayAlias(look.Location) &&
        (access.Location.Kind == LocationKind.Content
            ? access.Event is { Effect.Role: MemberRole.CollectionAdd, IsConcurrentCollection: false }
            : access.Event.Changes && !Stores.IsClear(access.Event));
}
