namespace AioBarrierAnalyzers.Explorer;

/// <summary>How executions are picked.</summary>
public enum SearchStrategy
{
    /// <summary>At random, from a seed: finds most failures soonest, shows nothing to be absent.</summary>
    RandomWalk,

    /// <summary>Depth first, all executions within the bounds of preemptions and stale choices.</summary>
    DepthFirst,
}
