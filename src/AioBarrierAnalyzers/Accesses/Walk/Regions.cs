using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>
/// A region of a control-flow graph and those around it, the innermost first, up to the root of its own graph: the root of a lambda's graph lies in the
/// regions of the code around the lambda, but no path leads from the one into the other. Asked for each block, so it takes no object.
/// </summary>
internal struct Regions
{
    private readonly ControlFlowGraph _graph;
    private ControlFlowRegion? _next;

    private Regions(ControlFlowRegion? innermost, ControlFlowGraph graph)
    {
        _next = innermost;
        _graph = graph;
        Current = null!;
    }

    public ControlFlowRegion Current { get; private set; }

    public static Regions OutwardFrom(ControlFlowRegion? region, ControlFlowGraph graph) => new(region, graph);

    public readonly Regions GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next is null || _next == _graph.Root)
            return false;
        Current = _next;
        _next = _next.EnclosingRegion;
        return true;
    }
}
