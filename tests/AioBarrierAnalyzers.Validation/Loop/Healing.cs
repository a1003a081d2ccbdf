using System.Collections.Generic;
using AioBarrierAnalyzers.Validation.Exploring;

namespace AioBarrierAnalyzers.Validation.Loop;

/// <summary>A mutant after fixes that made the analyzer silent.</summary>
/// <param name="Titles">The rules and the titles of the fixes, in their order.</param>
/// <param name="Judgement">What the explorer says of it, within the bounds that killed the mutant.</param>
/// <param name="Sources">What the fixes made of it.</param>
/// <param name="UnitTests">How many unit tests were run on it.</param>
/// <param name="Failures">What failed of them.</param>
internal sealed record Healing(
    IReadOnlyList<string> Titles, Judgement Judgement, IReadOnlyDictionary<string, string> Sources, int UnitTests, IReadOnlyList<string> Failures)
{
    public bool IsComplete => !Judgement.IsKilled && UnitTests != 0 && Failures.Count == 0;
}
