namespace AioBarrierAnalyzers.Explorer;

/// <summary>What an exploration came to.</summary>
public enum Verdict
{
    /// <summary>No execution failed, of those that were tried. <see cref="ExploreResult.IsExhaustive"/> says whether these were all within the bounds.</summary>
    Clean,

    /// <summary>An execution failed; it is in <see cref="ExploreResult.Interleaving"/>.</summary>
    Killed,
}
