using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two actions: none is left behind, and they do not run at the same time.</summary>
[Scenario]
sealed class TwoActions
{
    private readonly SerialExecutor _executor = new();
    private int _inside;
    private int _ran;

    [SimulatedThread]
    void First() => _executor.Execute(Act);

    [SimulatedThread]
    void Second() => _executor.Execute(Act);

    [Invariant]
    void BothRan() => Check.Equal(2, _ran, "actions that ran");

    private void Act()
    {
        Check.Equal(1, ++_inside, "actions at the same time");
        Thread.Yield();
        _inside--;
        _ran++;
    }
}
