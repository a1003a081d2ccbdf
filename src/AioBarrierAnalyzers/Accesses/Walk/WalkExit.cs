namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>A place that the walk has reached, what is known there, and the value it arrived with.</summary>
internal readonly struct WalkExit
{
    public WalkExit(int node, FlowState state, Value value)
    {
        Node = node;
        State = state;
        Value = value;
    }

    public int Node { get; }

    public FlowState State { get; }

    public Value Value { get; }
}
