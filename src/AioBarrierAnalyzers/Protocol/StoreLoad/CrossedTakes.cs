using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.StoreLoad;

/// <summary>
/// Finds the store buffering of a queue from both ends of which items are taken (Chase and Lev 2005; Frigo, Leiserson and Randall 1998): its owner moves its
/// end and then compares it with the other one, at which thieves do the same, or take by a compare-exchange. Without a full fence both take the last item.
/// </summary>
internal sealed class CrossedTakes
{
    private readonly ProtocolContext _context;

    public CrossedTakes(ProtocolContext context) => _context = context;

    /// <summary>One side that lacks its full fence, with the other side.</summary>
    public IEnumerable<StoreBuffering.Cycle> Find()
    {
        foreach (Member member in _context.World.Own)
        {
            if (member.IsConstruction)
                continue;
            foreach (MemberEvent move in member.Accesses.Where(a => a.Event.Kind == EventKind.Store && IsMove(a)))
            {
                StoreBuffering.Cycle? crossed = _context.Guards.Of(member).Where(c => IsComparedWith(move, c) && StoreBuffering.IsUnfenced(move, c.Load))
                    .Select(c => FindOther(move, c)).FirstOrDefault(c => c is not null);
                if (crossed is not null)
                    yield return crossed;
            }
        }
    }

    /// <summary>An end is moved by some items from where it was read.</summary>
    private bool IsMove(MemberEvent access) =>
        access is { Event: { Writes: true, Stored: Value.Derived { IsChoice: false, Addend: not 0 } moved }, Location.Kind: LocationKind.Field } &&
        moved.Sources().Any(s => s.Location?.MayAlias(access.Location) == true) && _context.Evidence.IsMarked(access.Location);

    /// <summary>The ends approach one another; where both go the same way, one side fills what the other empties.</summary>
    private static bool IsTowards(MemberEvent move, MemberEvent other) =>
        ((Value.Derived)move.Event.Stored!).Addend * (other.Event is { Writes: true, Stored: Value.Derived { Addend: var way } } ? way : 0) < 0;

    /// <summary>The end is compared, where it has been moved to, with another one.</summary>
    private bool IsComparedWith(MemberEvent move, Guard check) =>
        check.Load is { Event.Kind: EventKind.Load, Location.Kind: LocationKind.Field } && !check.Load.Location.Overlaps(move.Location) && check.IsChoice &&
        move.Member.Search.Reaches(move.Event.Node, check.Load.Event.Node) &&
        check.Branch.Condition!.Sources().Any(s => s.Location?.MayAlias(move.Location) == true) && _context.Evidence.IsMarked(check.Load.Location);

    private StoreBuffering.Cycle? FindOther(MemberEvent move, Guard check)
    {
        foreach (MemberEvent other in _context.World.AccessesOf(check.Load.Location))
        {
            if (!IsTowards(move, other) || other.Member == move.Member || other.Member.IsConstruction || other.Event.Locks.Excludes(check.Load.Event.Locks))
                continue;
            bool isClaim = other.Event is { Kind: EventKind.ReadModifyWrite, Comparand: not null };
            foreach (Guard answer in _context.Guards.Of(other.Member))
            {
                if (!answer.Load.Location.Overlaps(move.Location) || answer.Load.Event.Kind != EventKind.Load ||
                    !answer.Branch.Condition!.Sources().Any(s => s.Location?.MayAlias(other.Location) == true))
                {
                    continue;
                }

                // Who takes by a compare-exchange has looked before; what counts is that the thief before him has done so, too.
                if (isClaim ? answer.Covers(other.Event) : IsMove(other) && other.Member.Search.Reaches(other.Event.Node, answer.Load.Event.Node))
                    return new StoreBuffering.Cycle(move, check, other, answer);
            }
        }

        return null;
    }
}
