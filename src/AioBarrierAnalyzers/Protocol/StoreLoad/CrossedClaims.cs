using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.StoreLoad;

/// <summary>
/// Finds the store buffering of mutual exclusion (Dekker, Peterson, a reader's slot against a writer's flag): each side says that it is there and then looks
/// whether the other one is, and gives way if so. Without a full fence both go on.
/// </summary>
internal sealed class CrossedClaims
{
    /// <summary>A store and a check that lie further apart than this many branches have nothing to do with each other.</summary>
    private const int MaxBranches = 3;

    private readonly ProtocolContext _context;

    public CrossedClaims(ProtocolContext context) => _context = context;

    /// <summary>One side that lacks its full fence, with the other side.</summary>
    public IEnumerable<StoreBuffering.Cycle> Find() =>
        from member in _context.World.Own
        where !member.IsConstruction
        from claim in member.Accesses
        where claim.Event.Kind == EventKind.Store && IsClaim(claim)
        from check in Checks(claim)
        where check.Load.Event.Kind == EventKind.Load && StoreBuffering.IsUnfenced(claim, check.Load)
        let other = FindOther(claim, check)
        where other is not null
        select other;

    private bool IsClaim(MemberEvent store) => store.Event.Stored is Value.Constant && _context.Evidence.IsMarked(store.Location);

    /// <summary>The decisions behind a claim that give way.</summary>
    private IEnumerable<Guard> Checks(MemberEvent claim) => _context.Guards.Of(claim.Member).Where(g =>
        g.Load.Event.Node != claim.Event.Node && claim.Member.Search.Reaches(claim.Event.Node, g.Load.Event.Node) &&
        claim.Member.Search.BranchesBetween(claim.Event.Node, g.Load.Event.Node) <= MaxBranches && GivesWay(g, claim) &&
        _context.Evidence.IsMarked(g.Load.Location));

    private StoreBuffering.Cycle? FindOther(MemberEvent claim, Guard check)
    {
        foreach (MemberEvent other in _context.World.AccessesOf(check.Load.Location))
        {
            bool isSelf = other.Member == claim.Member;
            if (!other.Event.Writes || other.Member.IsConstruction || other.Event.Locks.Excludes(claim.Event.Locks) ||
                !check.Demands(other.Event.Stored) || !IsClaim(other))
            {
                continue;
            }

            Guard? answer = Checks(other).FirstOrDefault(g => g.Load.Location.Overlaps(claim.Location) && g.Demands(claim.Event.Stored) &&
                (!isSelf || StoreBuffering.AreOtherElements(other.Event, g.Load.Event)) && !StoreBuffering.IsFencedForAll(other, g.Load));
            if (answer is not null)
                return new StoreBuffering.Cycle(claim, check, other, answer);
        }

        return null;
    }

    /// <summary>The other one's claim makes it wait, start again, or take its own claim back before it does anything else.</summary>
    private static bool GivesWay(Guard check, MemberEvent claim) =>
        check.IsReturn || (FirstAct(check) is { Kind: EventKind.Store, Stored: Value.Constant back, Location: { } location } first &&
        first != claim.Event && location.Overlaps(claim.Location) && !Value.Same(back, claim.Event.Stored));

    /// <summary>What is done first where the branch goes that way, if nothing else is to be decided before.</summary>
    private static MemoryEvent? FirstAct(Guard check)
    {
        IReadOnlyList<GraphNode> nodes = check.Member.Graph.Nodes;
        GraphNode at = nodes[check.Branch.Successors[check.Outcome ? 0 : 1]];
        for (int steps = 0; steps < nodes.Count; steps++)
        {
            if (at.Event is { Kind: not (EventKind.Load or EventKind.Yield or EventKind.LockEnter) } act)
                return act;
            if (at.Successors.Count != 1)
                return null;
            at = nodes[at.Successors[0]];
        }

        return null;
    }
}
