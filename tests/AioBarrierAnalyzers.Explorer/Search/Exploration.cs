using System;
using System.Runtime.ExceptionServices;
using AioBarrierAnalyzers.Explorer.Reporting;
using AioBarrierAnalyzers.Explorer.Scheduling;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace AioBarrierAnalyzers.Explorer.Search;

/// <summary>
/// Runs execution after execution until one fails or there is no more. Whichever worker ends one checks it and begins the next, for to wake another thread costs
/// more than a short execution.
/// </summary>
internal sealed class Exploration
{
    private readonly Scenario _scenario;
    private readonly ExploreOptions _options;
    private readonly ISearch _search;
    private readonly WorkerPool _workers;
    private readonly Trace? _trace;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Gate _done = new();
    private ExceptionDispatchInfo? _error;
    private ScenarioRun? _run;
    private volatile int _executions;

    public Exploration(Scenario scenario, ExploreOptions options, ISearch search, WorkerPool workers, Trace? trace = null)
    {
        _scenario = scenario;
        _options = options;
        _search = search;
        _workers = workers;
        _trace = trace;
    }

    public int Executions => _executions;

    public int Unfinished { get; private set; }

    public bool IsExhaustive { get; private set; }

    /// <summary>The last execution.</summary>
    public Execution? Current { get; private set; }

    public TimeSpan Elapsed => _watch.Elapsed;

    /// <exception cref="TimeoutException">An execution does not come to an end.</exception>
    public void Run()
    {
        if (Begin() is { } first)
        {
            _workers.Resume(first);
            Wait();
        }

        _error?.Throw();
    }

    /// <summary>Called by the worker that ended an execution.</summary>
    /// <returns>The thread that runs first in the next; null when there is none, after which the worker calls <see cref="SignalDone"/>.</returns>
    public SimulatedThread? Next()
    {
        try
        {
            if (End() && Begin() is { } first) return first;
        }
#pragma warning disable CA1031 // It is thrown again where the exploration was asked for.
        catch (Exception error)
        {
            _error = ExceptionDispatchInfo.Capture(error);
        }
#pragma warning restore CA1031

        return null;
    }

    public void SignalDone() => _done.Open();

    private SimulatedThread? Begin()
    {
        while (true)
        {
            Current = new Execution(_options, _scenario.Program.Sites, _search, _workers, this, _trace);
            _run = Current.SetUp(_scenario.SetUp);
            if (Current.First() is { } first) return first;
            if (!End()) return null;
        }
    }

    /// <returns>Whether there is another.</returns>
    private bool End()
    {
        var execution = Current!;
        execution.Check(_run!.Check);
        _executions++;
        if (execution.IsUnfinished) Unfinished++;
        if (execution.Failure is not null) return false;

        if (!_search.Advance())
        {
            IsExhaustive = Unfinished == 0;
            return false;
        }

        return _executions < _options.MaxExecutions && _watch.Elapsed < _options.MaxTime;
    }

    private void Wait()
    {
        var seen = -1;
        while (!_done.Pass((int)_options.ExecutionTimeout.TotalMilliseconds))
        {
            if (seen == _executions)
            {
                _workers.Abandon();
                throw new TimeoutException(
                    $"Execution {seen + 1} of {_scenario} has not come to an end in {_options.ExecutionTimeout}: it waits or loops in code that is not rewritten.");
            }

            seen = _executions;
        }
    }
}
