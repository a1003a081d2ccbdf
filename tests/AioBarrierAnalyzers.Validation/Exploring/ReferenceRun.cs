using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Explorer;
using AioBarrierAnalyzers.Validation.Reference;

namespace AioBarrierAnalyzers.Validation.Exploring;

/// <summary>The reference, explored in all modes, once for all tests.</summary>
internal static class ReferenceRun
{
    private static readonly ConcurrentDictionary<Subsystem, IReadOnlyList<(Scenario Scenario, IReadOnlyList<ExploreResult> Results)>> s_results = new();

    /// <summary>For each scenario of a system one result for each mode of <see cref="Bounds.Reference"/>.</summary>
    public static IReadOnlyList<(Scenario Scenario, IReadOnlyList<ExploreResult> Results)> Of(Subsystem subsystem) => s_results.GetOrAdd(
        subsystem,
        static system => [.. system.Program(Subsystem.Sources).Scenarios
            .Select(scenario => (scenario, (IReadOnlyList<ExploreResult>)[.. Bounds.Reference.Select(mode => ModelChecker.Explore(scenario, mode.Options))]))]);
}
