namespace AioBarrierAnalyzers.Accesses;

/// <summary>A node of an <see cref="EventGraph"/>: an event, a branch, or a place where paths meet.</summary>
internal sealed class GraphNode
{
    private SuccessorList _successors;

    public GraphNode(int index) => Index = index;

    public int Index { get; }

    public MemoryEvent? Event { get; set; }

    /// <summary>What a branch tests: the first successor is taken where it is true, the second where it is false. Null elsewhere.</summary>
    public Value? Condition { get; set; }

    /// <summary>The end of the member: by return, or by falling off its end.</summary>
    public bool IsExit { get; set; }

    /// <summary>The start of a catch: what follows it was reached by an exception.</summary>
    public bool IsHandler { get; set; }

    public ref readonly SuccessorList Successors => ref _successors;

    public bool IsBranch => Condition is not null && _successors.Count == 2;

    public void AddSuccessor(int node)
    {
        if (Condition is not null || !_successors.Contains(node))
            _successors.Add(node);
    }
}
