using System;
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.MemoryModel;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>Questions about the paths of one event graph. Each costs at most one visit of each node (four, where order is asked for).</summary>
internal sealed class GraphSearch
{
    /// <summary>A list for the next search of this thread: searches are many and short.</summary>
    [ThreadStatic]
    private static List<int>? _spare;

    /// <summary>The same for what a search has seen, where nobody else needs to know that.</summary>
    [ThreadStatic]
    private static BitArray? _spareSet;

    private readonly EventGraph _graph;
    private readonly BitArray?[] _reachable;
    private byte[]?[]? _distances;

    public GraphSearch(EventGraph graph)
    {
        _graph = graph;
        _reachable = new BitArray?[graph.NodeCount];
    }

    /// <summary>True where some path leads from behind one node to another.</summary>
    [MethodImpl(HotPath.Optimized)]
    public bool Reaches(int from, int to)
    {
        // Two types that are counterparts of a third may ask at the same time: then both find the same, and either may be kept.
        BitArray? set = Volatile.Read(ref _reachable[from]);
        if (set is null)
            Volatile.Write(ref _reachable[from], set = ReachableFrom(from, static _ => false));
        return set[to];
    }

    /// <summary>The nodes on paths from behind a node; a path ends at a node that blocks it, which itself still counts as reached.</summary>
    public BitArray ReachableFrom(int from, Func<GraphNode, bool> blocks)
    {
        var seen = new BitArray(_graph.NodeCount);
        Search(from, blocks, seen);
        return seen;
    }

    /// <summary>True where some path leads from behind one node to another; a path ends at a node that blocks it, which itself counts as reached.</summary>
    public bool ReachesUnblocked(int from, int to, Func<GraphNode, bool> blocks)
    {
        BitArray seen = TakeSpareSet(_graph.NodeCount);
        bool reaches = Search(from, blocks, seen, until: to);
        _spareSet = seen;
        return reaches;
    }

    /// <param name="from">The node behind which the paths begin.</param>
    /// <param name="blocks">Where they end.</param>
    /// <param name="seen">The nodes that are not gone to again; those reached are added.</param>
    /// <param name="until">The node at which the search is over; it gives whether that was found.</param>
    /// <param name="blocked">One more node at which the paths end.</param>
    [MethodImpl(HotPath.Optimized)]
    private bool Search(int from, Func<GraphNode, bool> blocks, BitArray seen, int until = -1, int blocked = -1)
    {
        List<int> pending = TakeSpare();
        bool isFound = false;
        for (int at = from; at >= 0 && !isFound;)
        {
            // Most nodes lead to one other: the path is followed, and only what branches off waits.
            ref readonly SuccessorList successors = ref _graph[at].Successors;
            at = -1;
            for (int i = 0; i < successors.Count; i++)
            {
                int next = successors[i];
                if (seen[next])
                    continue;
                seen[next] = true;
                isFound |= next == until;
                if (next == blocked || blocks(_graph[next]))
                    continue;
                if (at < 0)
                    at = next;
                else
                    pending.Add(next);
            }

            if (at < 0)
                at = TakeLast(pending);
        }

        _spare = pending;
        return isFound;
    }

    /// <summary>The nodes reached where a branch goes one way, that node itself included.</summary>
    public BitArray ReachableByBranch(GraphNode branch, bool outcome, Func<GraphNode, bool> blocks)
    {
        int first = branch.Successors[outcome ? 0 : 1];
        var set = new BitArray(_graph.NodeCount);
        Search(first, blocks, set, blocked: branch.Index);
        set[first] = true;
        return set;
    }

    /// <summary>The least number of branches that a path between two nodes passes; 255 where they are more, or where there is none.</summary>
    public int BranchesBetween(int from, int to)
    {
        byte[]?[] known = Volatile.Read(ref _distances) ?? Interlocked.CompareExchange(ref _distances, new byte[]?[_graph.NodeCount], null) ?? _distances;
        byte[]? distances = Volatile.Read(ref known[from]);
        if (distances is null)
            Volatile.Write(ref known[from], distances = DistancesFrom(from));
        return distances[to];
    }

    /// <summary>Taken, so that a search within a search makes its own; empty.</summary>
    private static List<int> TakeSpare()
    {
        List<int> list = _spare ?? new List<int>();
        _spare = null;
        list.Clear();
        return list;
    }

    /// <inheritdoc cref="TakeSpare"/>
    private static BitArray TakeSpareSet(int size)
    {
        BitArray? set = _spareSet;
        _spareSet = null;
        if (set is null || set.Length < size)
            return new BitArray(size);
        set.SetAll(false);
        return set;
    }

    /// <summary>-1 where nothing is left.</summary>
    private static int TakeLast(List<int> stack)
    {
        if (stack.Count == 0)
            return -1;
        int last = stack[stack.Count - 1];
        stack.RemoveAt(stack.Count - 1);
        return last;
    }

    /// <summary>False where no path ever leads back: nodes are numbered as the walk meets them, so a way back leads to a lower number, or stays.</summary>
    public bool HasLoop()
    {
        foreach (GraphNode node in _graph.Nodes)
        {
            foreach (int successor in node.Successors)
            {
                if (successor <= node.Index)
                    return true;
            }
        }

        return false;
    }

    [MethodImpl(HotPath.Optimized)]
    private byte[] DistancesFrom(int from)
    {
        var least = new byte[_graph.NodeCount];
        for (int i = 0; i < least.Length; i++)
            least[i] = byte.MaxValue;
        least[from] = 0;

        // Level by level: behind a branch everything is one further away.
        var level = new List<int> { from };
        var further = new List<int>();
        for (int distance = 0; level.Count > 0 && distance < byte.MaxValue; distance++)
        {
            while (level.Count > 0)
            {
                GraphNode at = _graph[TakeLast(level)];
                if (least[at.Index] < distance)
                    continue;
                foreach (int successor in at.Successors)
                {
                    int next = distance + (at.IsBranch ? 1 : 0);
                    if (least[successor] <= next)
                        continue;
                    least[successor] = (byte)next;
                    (at.IsBranch ? further : level).Add(successor);
                }
            }

            (level, further) = (further, level);
        }

        return least;
    }

    /// <summary>
    /// True where some path leads from one access to a later one along which nothing keeps the later one behind the first. A path ends at
    /// a node that blocks it.
    /// </summary>
    public bool HasUnorderedPath(MemoryEvent first, MemoryEvent second, Func<GraphNode, bool>? blocks = null)
    {
        BitArray seen = TakeSpareSet(_graph.NodeCount * OrderState.Count);
        List<int> pending = TakeSpare();
        pending.Add((first.Node * OrderState.Count) + OrderState.After(first.Action).Value);
        bool isFound = HasUnorderedPath(first, second, blocks, seen, pending);
        (_spareSet, _spare) = (seen, pending);
        return isFound;
    }

    [MethodImpl(HotPath.Optimized)]
    private bool HasUnorderedPath(MemoryEvent first, MemoryEvent second, Func<GraphNode, bool>? blocks, BitArray seen, List<int> pending)
    {
        while (pending.Count > 0)
        {
            int at = TakeLast(pending);
            var value = (byte)(at % OrderState.Count);
            foreach (int next in _graph[at / OrderState.Count].Successors)
            {
                GraphNode node = _graph[next];
                OrderState state = OrderState.Restore(first.Action, value);
                if (next == second.Node && !state.Orders(second.Action))
                    return true;
                if (node.Event is { } @event)
                    state = state.Then(@event.Action);
                int place = (next * OrderState.Count) + state.Value;
                if (seen[place] || (blocks is not null && blocks(node)))
                    continue;
                seen[place] = true;
                pending.Add(place);
            }
        }

        return false;
    }

    /// <summary>True where some path leads from behind a node to an end of the member, or to an event that the caller counts as one.</summary>
    public bool ReachesEnd(int from, Func<GraphNode, bool> blocks, Func<GraphNode, bool> isEnd)
    {
        if (_graph.Nodes[from].IsExit)
            return true;
        BitArray seen = TakeSpareSet(_graph.NodeCount);
        List<int> pending = TakeSpare();
        bool isFound = ReachesEnd(from, blocks, isEnd, seen, pending);
        (_spareSet, _spare) = (seen, pending);
        return isFound;
    }

    [MethodImpl(HotPath.Optimized)]
    private bool ReachesEnd(int from, Func<GraphNode, bool> blocks, Func<GraphNode, bool> isEnd, BitArray seen, List<int> pending)
    {
        for (int at = from; at >= 0; at = TakeLast(pending))
        {
            foreach (int next in _graph[at].Successors)
            {
                if (seen[next])
                    continue;
                seen[next] = true;
                GraphNode node = _graph[next];
                if (blocks(node))
                    continue;
                if (node.IsExit || isEnd(node))
                    return true;
                pending.Add(next);
            }
        }

        return false;
    }
}
