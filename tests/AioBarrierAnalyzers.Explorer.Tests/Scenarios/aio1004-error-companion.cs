using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Whoever sees that the job has ended sees its code.</summary>
[Scenario]
sealed class RunAndAsk
{
    private readonly BatchJob _job = new(() => (3, "failed"));

    [SimulatedThread]
    void Asks()
    {
        _job.Start();
        while (!_job.HasEnded) Thread.Yield();
        Check.Equal(3, _job.ExitCode, "the code");
    }
}
