using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two items: none is left behind.</summary>
[Scenario]
sealed class TwoItems
{
    private readonly StagedQueue _queue = new();
    private int _ran;

    [SimulatedThread]
    void Enqueues()
    {
        _queue.Enqueue(() => _ran++);
        _queue.Enqueue(() => _ran++);
    }

    [Invariant]
    void BothRan() => Check.Equal(2, _ran, "items that ran");
}
