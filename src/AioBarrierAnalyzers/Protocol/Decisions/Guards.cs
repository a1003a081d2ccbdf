using System.Collections.Generic;
using System.Linq;
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
        var regions = new BranchRegions(load, branch);
        var guard = new Guard(load, branch, true, regions);
        guards.Add(guard);
        guards.Add(new Guard(load, branch, false, regions, guard));
    }
}
