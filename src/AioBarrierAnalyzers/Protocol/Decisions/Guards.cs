using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Decisions;

/// <summary>Finds the guards of members; made once for each member.</summary>
internal sealed class Guards
{
    private readonly Dictionary<Member, List<Guard>> _guards = new();

    public List<Guard> Of(Member member)
    {
        if (!_guards.TryGetValue(member, out List<Guard>? guards))
            _guards.Add(member, guards = Find(member));
        return guards;
    }

    [MethodImpl(HotPath.Optimized)]
    public List<Guard> Of(MemberEvent load)
    {
        var guards = new List<Guard>(0);
        foreach (Guard guard in Of(load.Member))
        {
            if (guard.Load == load)
                guards.Add(guard);
        }

        return guards;
    }

    [MethodImpl(HotPath.Optimized)]
    private static List<Guard> Find(Member member)
    {
        var guards = new List<Guard>();
        foreach (GraphNode node in member.Graph.Nodes)
        {
            if (!node.IsBranch)
                continue;
            IReadOnlyList<MemoryEvent> sources = node.Condition!.Sources();
            for (int i = 0; i < sources.Count; i++)
            {
                if (sources[i].Reads && member.Find(sources[i]) is { } load && member.Search.Reaches(sources[i].Node, node.Index))
                    Add(guards, load, node);
            }
        }

        return guards;
    }

    /// <summary>The branches on copies of what was loaded, for the sake of what is handed over by that.</summary>
    public List<Guard> OfOriginals(Member member)
    {
        var guards = new List<Guard>(0);
        foreach (Guard guard in Of(member))
        {
            if (guard.Outcome && KeptCopies.OriginOf(guard.Load) is { } origin && !Of(origin).Exists(g => g.Branch == guard.Branch))
                Add(guards, origin, guard.Branch);
        }

        return guards;
    }

    private static void Add(List<Guard> guards, MemberEvent load, GraphNode branch)
    {
        var regions = new BranchRegions(load, branch);
        var guard = new Guard(load, branch, true, regions);
        guards.Add(guard);
        guards.Add(new Guard(load, branch, false, regions, guard));
    }
}
