using System.Collections.Generic;
using AioBarrierAnalyzers.Validation.Exploring;
using AioBarrierAnalyzers.Validation.Mutation;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Validation.Loop;

/// <summary>What came of a mutant.</summary>
/// <param name="Mutant">The mutant.</param>
internal sealed record MutantResult(Mutant Mutant)
{
    /// <summary>It fails when nothing runs at the same time: no mistake of concurrency, and not counted.</summary>
    public bool FailsAlone { get; init; }

    /// <summary>Null when it fails alone.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>All that the analyzer says. The reference has no findings, so the mistake is what it is about.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>The finding of the right rule at the right place.</summary>
    public Diagnostic? Right { get; init; }

    /// <summary>Killed, reported by the right rule at the right place, fixed, silent, clean, and its unit tests pass.</summary>
    public bool IsHealed => Judgement is { IsKilled: true } && Right is not null && Healing is { IsComplete: true };

    /// <summary>Null when it was not killed, or no fixes make the analyzer silent.</summary>
    public Healing? Healing { get; init; }
}
