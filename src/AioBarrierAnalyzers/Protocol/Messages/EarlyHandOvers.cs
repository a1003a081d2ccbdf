using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>
/// Finds records that a member claims by a compare-exchange of their state, fills, and hands over by storing the state anew, and to which it stores once more
/// behind that: by then the record is the receiver's, who may have read the part already, or stored to it himself.
/// </summary>
internal static class EarlyHandOvers
{
    public static IEnumerable<EarlyLink> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own)
        {
            if (member.IsConstruction || member.AtomicUpdates.IsEmpty)
                continue;
            foreach (MemberEvent handOver in member.Accesses)
            {
                if (!IsHandOver(handOver))
                    continue;
                foreach (MemberEvent part in member.Accesses)
                {
                    if (IsPart(part, handOver) && member.Search.Reaches(handOver.Event.Node, part.Event.Node) && IsLate(part, handOver) &&
                        context.IsConcerned(part.Event, handOver.Event) && FindUse(context, handOver, part) is var (load, use))
                    {
                        yield return new EarlyLink(handOver, part, load, use);
                    }
                }
            }
        }
    }

    /// <summary>
    /// The state was claimed before by an atomic step, something else of the record has been stored since, and the state is not the free one: that would be no
    /// hand-over, but the release of a lock.
    /// </summary>
    private static bool IsHandOver(MemberEvent store) =>
        store.Event is { Kind: EventKind.Store, IsMarked: true, Stored: Value.Constant, Locks.IsEmpty: true } && store.Location.Kind == LocationKind.Field &&
        store.Member.AtomicUpdates.Any(c => IsClaim(c, store) && store.Member.Accesses.Any(f => IsPart(f, store) && IsBetween(c, f, store)));

    private static bool IsClaim(MemberEvent claim, MemberEvent handOver) =>
        claim.Event.Comparand is Value.Constant free && !Value.Same(free, handOver.Event.Stored) && claim.Location.MayAlias(handOver.Location) &&
        IsOfOneRecord(claim, handOver);

    private static bool IsBetween(MemberEvent first, MemberEvent middle, MemberEvent last) =>
        first.Member.Search.Reaches(first.Event.Node, middle.Event.Node) && first.Member.Search.Reaches(middle.Event.Node, last.Event.Node);

    private static bool IsPart(MemberEvent store, MemberEvent handOver) => store.Event is { Kind: EventKind.Store, IsMarked: false, Locks.IsEmpty: true } &&
        store.Location.Kind == LocationKind.Field && !store.Location.MayAlias(handOver.Location) && IsOfOneRecord(store, handOver);

    private static bool IsOfOneRecord(MemberEvent a, MemberEvent b) => a.Event.Path!.Base is { } record && record is not Value.Unknown &&
        (ReferenceEquals(record, b.Event.Path!.Base) || Value.Same(record, b.Event.Path!.Base)) && !record.IsFresh;

    /// <summary>Behind the hand-over and nothing but it: neither claimed anew in between, nor handed over once more.</summary>
    private static bool IsLate(MemberEvent part, MemberEvent handOver)
    {
        bool IsOfState(GraphNode node) =>
            node.Event is { Writes: true, Location: { } location } && node.Index != handOver.Event.Node && location.MayAlias(handOver.Location);
        GraphSearch search = part.Member.Search;
        return search.ReachesUnblocked(handOver.Event.Node, part.Event.Node, IsOfState) &&
            !part.Member.Graph.Nodes.Any(n => IsOfState(n) && n.Event!.Comparand is null && search.Reaches(part.Event.Node, n.Index));
    }

    private static (MemberEvent Load, MemberEvent Use)? FindUse(ProtocolContext context, MemberEvent handOver, MemberEvent part)
    {
        foreach (MemberEvent use in context.World.AccessesOf(part.Location))
        {
            if (use.Event.Kind != EventKind.Load || use.Member == part.Member)
                continue;
            foreach (Guard guard in context.Guards.Of(use.Member))
            {
                if (guard.Load.Event.IsMarked && guard.Load.Location.MayAlias(handOver.Location) && guard.Demands(handOver.Event.Stored) &&
                    guard.Covers(use.Event))
                {
                    return (guard.Load, use);
                }
            }
        }

        return null;
    }
}
