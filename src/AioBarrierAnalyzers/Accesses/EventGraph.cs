using System.Collections.Generic;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>All paths through a member as a graph of events, its helpers included. Node 0 is the entry.</summary>
internal sealed class EventGraph
{
    private readonly List<GraphNode> _nodes = new(32);
    private readonly List<MemoryEvent> _events = new(8);

    public List<GraphNode> Nodes => _nodes;

    public int NodeCount => _nodes.Count;

    /// <summary>A node by its index; searches ask for very many.</summary>
    public GraphNode this[int node] => _nodes[node];

    /// <summary>The events in the order in which they were met, which is that of the source.</summary>
    public List<MemoryEvent> Events => _events;

    /// <summary>What the member returns, path by path.</summary>
    public List<Value> Results { get; } = new();

    /// <summary>
    /// Reads of what never changes after construction. They are no nodes: order is nothing to them, but for an object that is seen half built.
    /// </summary>
    public List<MemoryEvent> FixedReads { get; } = new();

    /// <summary>A cap was hit: the graph is not whole, and nothing may be concluded from it.</summary>
    public bool IsTruncated { get; set; }

    public GraphNode AddNode()
    {
        var node = new GraphNode(_nodes.Count);
        _nodes.Add(node);
        return node;
    }

    public void AddEvent(GraphNode node, MemoryEvent @event)
    {
        node.Event = @event;
        _events.Add(@event);
    }

    public void Link(int from, int to) => _nodes[from].AddSuccessor(to);
}
