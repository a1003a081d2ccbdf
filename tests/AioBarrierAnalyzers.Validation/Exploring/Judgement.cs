using AioBarrierAnalyzers.Explorer;

namespace AioBarrierAnalyzers.Validation.Exploring;

/// <summary>What the explorer says of a program.</summary>
/// <param name="Scenario">What killed it; null when nothing did.</param>
/// <param name="Mode">The mode that killed it.</param>
/// <param name="Failure">How it failed.</param>
/// <param name="Executions">Until it failed, in that scenario and mode; or all.</param>
internal sealed record Judgement(string? Scenario, string? Mode, Failure? Failure, int Executions)
{
    public bool IsKilled => Failure is not null;
}
