using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two jobs: none is left behind.</summary>
[Scenario]
sealed class TwoJobs
{
    private readonly PumpQueue _queue = new();
    private int _ran;

    [SimulatedThread]
    void Posts()
    {
        _queue.Post(_ => _ran++, null);
        _queue.Post(_ => _ran++, null);
    }

    [Invariant]
    void BothRan() => Check.Equal(2, _ran, "jobs that ran");
}
