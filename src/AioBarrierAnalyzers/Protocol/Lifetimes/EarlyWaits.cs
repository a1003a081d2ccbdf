using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis.Operations;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// Tells a wait for users that comes too early: they count themselves in and then read the place, whoever gives the memory back waits until the count is zero,
/// and only then puts something else in the place. Whoever counts himself in behind the wait still finds the old memory there. Nothing is said where anything
/// may keep users out meanwhile: a lock, a wait of theirs, or a condition that can change.
/// </summary>
internal static class EarlyWaits
{
    /// <summary>What the place is given behind the end of its memory; null where the wait may serve, or nothing is put there.</summary>
    public static MemoryEvent? ReplacementBehind(MemoryEvent giveBack, Value given, AccessPath resource, MemberEvent use, Member member,
        ProtocolContext context)
    {
        if (resource.Location.Kind != LocationKind.Field || member.Graph.Events.Any(
            e => e.Writes && e.Location?.Overlaps(resource.Location) == true && member.Search.Reaches(e.Node, giveBack.Node)))
        {
            return null;
        }

        return CountOf(giveBack, member, context) is { } count && IsCountedIn(use, count, giveBack) && !IsKeptOut(use, giveBack, context)
            ? member.Graph.Events.FirstOrDefault(e => e.Writes && e.Location?.MayAlias(resource.Location) == true && Value.Same(e.Path!.Base, resource.Base) &&
                !Value.Same(e.Stored, given) && member.Search.Reaches(giveBack.Node, e.Node) && (!IsZero(e.Stored) || IsAskedForZero(use, context)))
            : null;
    }

    /// <summary>The one count that the member polls until it is as it should be, and does not change; null where it waits for anything else, too.</summary>
    private static MemoryLocation? CountOf(MemoryEvent giveBack, Member member, ProtocolContext context)
    {
        MemoryLocation? count = null;
        foreach (MemoryEvent pause in member.Graph.Events)
        {
            if (!IsPause(pause) || !member.Search.Reaches(pause.Node, giveBack.Node))
                continue;
            Guard? poll = pause.Kind == EventKind.Yield ? context.Guards.Of(member).FirstOrDefault(g => g.IsSpin && g.Covers(pause)) : null;
            if (poll is not { Load: { Event.Kind: EventKind.Load, Location: { Kind: LocationKind.Field } polled } } || count?.Equals(polled) == false)
                return null;
            count = polled;
        }

        return count is null || member.Accesses.Any(a => a.Event.Writes && a.Location.Overlaps(count)) ? null : count;
    }

    private static bool IsPause(MemoryEvent @event) =>
        @event.Kind is EventKind.Wait or EventKind.Yield || @event.Operation is IAwaitOperation;

    /// <summary>On every way to the place the user counts up first, atomically.</summary>
    private static bool IsCountedIn(MemberEvent use, MemoryLocation count, MemoryEvent giveBack) => use.Event.IsMarked && use.Event.Locks.IsEmpty &&
        !giveBack.Locks.HasUnknown && use.Member.AtomicUpdates.Any(
            u => u.Location.MayAlias(count) && Counts.IsChange(u.Event) && Counts.DirectionOf(u.Event) > 0 &&
                !use.Member.Search.ReachesUnblocked(0, use.Event.Node, node => node.Index == u.Event.Node));

    private static bool IsKeptOut(MemberEvent use, MemoryEvent giveBack, ProtocolContext context) =>
        use.Member.Graph.Events.Any(e => (e.Locks.Excludes(giveBack.Locks) || e.Locks.HasUnknown || IsPause(e)) &&
            use.Member.Search.Reaches(e.Node, use.Event.Node)) ||
        context.Guards.Of(use.Member).Any(g => g.Load.Event != use.Event && g.Covers(use.Event) &&
            context.World.AccessesOf(g.Load.Location).Any(static a => a.Event.Writes));

    private static bool IsZero(Value? stored) => Conditions.AsNumber(stored) == 0;

    /// <summary>The user expects that nothing is there any more.</summary>
    private static bool IsAskedForZero(MemberEvent use, ProtocolContext context) =>
        context.Guards.Of(use).Any(static g => g.Branch.Condition is Value.Comparison { Left: var left, Right: var right } && (IsZero(left) || IsZero(right)));
}
