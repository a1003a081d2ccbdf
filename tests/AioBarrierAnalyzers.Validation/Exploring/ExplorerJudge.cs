using System;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Explorer;

namespace AioBarrierAnalyzers.Validation.Exploring;

/// <summary>Judges a program by its scenarios.</summary>
internal static class ExplorerJudge
{
    /// <summary>
    /// Whether it does the right thing as long as no thread is interrupted and nothing is stale. What does not is no mistake of concurrency. A lock that was
    /// left behind is one, and so is what is not ordered.
    /// </summary>
    public static bool WorksAlone(SimulatedProgram program) => program.Scenarios.All(scenario =>
    {
        try
        {
            return ModelChecker.Explore(scenario, Bounds.Alone).Failure is null or { Kind: FailureKind.Deadlock or FailureKind.Race };
        }
        catch (Exception error) when (error is TimeoutException or InvalidOperationException)
        {
            // It loops for ever, or cannot be set up.
            return false;
        }
    });

    /// <summary>Explores all scenarios, and stops at the first that fails.</summary>
    /// <param name="program">The reference, a mutant or a fixed mutant.</param>
    /// <param name="withRaceChecks">Whether the scenarios count that ask for more than that the outcome is right.</param>
    public static Judgement Judge(SimulatedProgram program, bool withRaceChecks = true) => Judge(program, Bounds.Judge, withRaceChecks);

    public static Judgement Judge(SimulatedProgram program, IReadOnlyList<(string Name, ExploreOptions Options)> modes, bool withRaceChecks)
    {
        var executions = 0;
        foreach (var (mode, options) in modes)
        {
            foreach (var scenario in program.Scenarios.Where(scenario => withRaceChecks || scenario.RaceChecked.Count == 0))
            {
                var result = ModelChecker.Explore(scenario, options);
                executions += result.Executions;
                if (result.Verdict == Verdict.Killed) return new Judgement(scenario.Name, mode, result.Failure!, result.Executions);
            }
        }

        return new Judgement(null, null, null, executions);
    }
}
