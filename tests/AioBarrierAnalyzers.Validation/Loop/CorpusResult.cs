using System.Collections.Generic;
using AioBarrierAnalyzers.Explorer;

namespace AioBarrierAnalyzers.Validation.Loop;

/// <summary>What came of a case of the corpus.</summary>
/// <param name="Name">The case.</param>
internal sealed record CorpusResult(string Name)
{
    public required ExploreResult Before { get; init; }

    public required ExploreResult After { get; init; }

    /// <summary>The rules that report it.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>Null when there is nothing to fix, or no fixes make the analyzer silent.</summary>
    public CorpusFix? Fix { get; init; }
}
