using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two jobs through a queue of one.</summary>
[Scenario]
sealed class TwoJobs
{
    private readonly BoundedJobs _jobs = new(1);
    private int _done;

    [SimulatedThread]
    void Adds()
    {
        _jobs.Start();
        _jobs.Add(() => _done++);
        _jobs.Add(() => _done++);
        _jobs.Complete();
    }

    [Invariant]
    void BothDone() => Check.Equal(2, _done, "jobs done");
}
