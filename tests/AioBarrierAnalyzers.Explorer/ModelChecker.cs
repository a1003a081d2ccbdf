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
        var workers = WorkerPool.Rent();
        var search = options.Strategy == SearchStrategy.RandomWalk ? (ISearch)new RandomSearch(options) : new DepthFirstSearch(options);
        var exploration = new Exploration(scenario, options, search, workers);
        exploration.Run();
        var failure = exploration.Current?.Failure;
        if (failure?.Refusal is { } refusal) throw refusal;

        var result = new ExploreResult
        {
            Verdict = failure is null ? Verdict.Clean : Verdict.Killed,
            Executions = exploration.Executions,
            Unfinished = exploration.Unfinished,
            IsExhaustive = exploration.IsExhaustive,
            Failure = failure,
            Interleaving = failure is null ? null : Tell(scenario, options, exploration.Current!, workers),
            Elapsed = exploration.Elapsed,
        };
        workers.Return();
        return result;
    }

    /// <summary>Runs the execution again with the same choices, and writes down what happens.</summary>
    private static Interleaving Tell(Scenario scenario, ExploreOptions options, Execution failed, WorkerPool workers)
    {
        var trace = new Trace();
        var telling = new Exploration(scenario, options with { MaxExecutions = 1 }, new Replay(failed.Chosen), workers, trace);
        telling.Run();
        return trace.ToInterleaving(telling.Current!);
    }
}
