using System.Diagnostics;
using AioBarrierAnalyzers.Explorer.Reporting;
using AioBarrierAnalyzers.Explorer.Scheduling;
using AioBarrierAnalyzers.Explorer.Search;

namespace AioBarrierAnalyzers.Explorer;

/// <summary>Runs a scenario in many interleavings and with many outcomes of its loads, and stops at the first that fails.</summary>
public static class ModelChecker
{
    /// <summary>Explores a scenario.</summary>
    /// <exception cref="UnsupportedConstructException">The program came to something that is not modelled.</exception>
    /// <exception cref="System.TimeoutException">An execution did not come to an end: it loops in code that is not rewritten.</exception>
    public static ExploreResult Explore(Scenario scenario, ExploreOptions? options = null)
    {
        options = (options ?? new ExploreOptions()).With(scenario);
        var watch = Stopwatch.StartNew();
        using var workers = new WorkerPool();
        var search = options.Strategy == SearchStrategy.RandomWalk ? (ISearch)new RandomSearch(options) : new DepthFirstSearch(options);
        var executions = 0;
        var unfinished = 0;
        var isExhaustive = false;
        while (executions < options.MaxExecutions && watch.Elapsed < options.MaxTime)
        {
            var execution = new Execution(options, scenario.Program.Sites, search, workers, trace: null);
            execution.Run(scenario.SetUp);
            executions++;
            if (execution.IsUnfinished) unfinished++;

            if (execution.Failure is { } failure)
            {
                if (failure.Refusal is { } refusal) throw refusal;

                return new ExploreResult
                {
                    Verdict = Verdict.Killed,
                    Executions = executions,
                    Unfinished = unfinished,
                    Failure = failure,
                    Interleaving = Tell(scenario, options, execution, workers),
                    Elapsed = watch.Elapsed,
                };
            }

            if (!search.Advance())
            {
                isExhaustive = unfinished == 0;
                break;
            }
        }

        return new ExploreResult
        {
            Verdict = Verdict.Clean,
            Executions = executions,
            Unfinished = unfinished,
            IsExhaustive = isExhaustive,
            Elapsed = watch.Elapsed,
        };
    }

    /// <summary>Runs the execution again with the same choices, and writes down what happens.</summary>
    private static Interleaving Tell(Scenario scenario, ExploreOptions options, Execution failed, WorkerPool workers)
    {
        var trace = new Reporting.Trace();
        var execution = new Execution(options, scenario.Program.Sites, new Replay(failed.Chosen), workers, trace);
        execution.Run(scenario.SetUp);
        return trace.ToInterleaving(execution);
    }
}
