using System.Collections;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Decisions;

/// <summary>Finds the guards of members; made once for each member.</summary>
internal sealed class Guards
{
    private readonly Dictionary<Member, List<Guard>> _guards = new();

    public IReadOnlyList<Guard> Of(Member member)
    {
        if (!_guards.TryGetValue(member, out List<Guard>? guards))
            _guards.Add(member, guards = Find(member));
        return guards;
    }

    public IEnumerable<Guard> Of(MemberEvent load) => Of(load.Member).Where(g => g.Load == load);

    private static List<Guard> Find(Member member)
    {
        var guards = new List<Guard>();
        var loads = member.Accesses.Concat(member.Handlers).Where(a => a.Event.Reads).ToDictionary(a => a.Event);
        foreach (GraphNode node in member.Graph.Nodes)
        {
            if (!node.IsBranch)
                continue;
            foreach (MemoryEvent source in node.Condition!.Sources())
            {
                if (loads.TryGetValue(source, out MemberEvent? load) && member.Search.Reaches(source.Node, node.Index))
                    Add(guards, load, node);
            }
        }

        return guards;
    }

    private static void Add(List<Guard> guards, MemberEvent load, GraphNode branch)
    {
        GraphSearch search = load.Member.Search;

        // Any other look at the location decides anew.
        bool IsLoadAgain(GraphNode node) =>
            node.Index == load.Event.Node || (node.Event is { Reads: true, Location: { } location } && location.Equals(load.Location));
        BitArray whenTrue = search.ReachableByBranch(branch, true, IsLoadAgain);
        BitArray whenFalse = search.ReachableByBranch(branch, false, IsLoadAgain);
        whenTrue[load.Event.Node] = false;
        whenFalse[load.Event.Node] = false;
        BitArray onlyTrue = new BitArray(whenTrue).And(new BitArray(whenFalse).Not());
        BitArray onlyFalse = whenFalse.And(whenTrue.Not());
        var guard = new Guard(load, branch, true, onlyTrue, onlyFalse);
        guards.Add(guard);
        guards.Add(new Guard(load, branch, false, onlyFalse, onlyTrue, guard));
    }
}
