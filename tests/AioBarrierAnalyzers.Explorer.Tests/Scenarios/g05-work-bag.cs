using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two post at once: both pieces of work are done.</summary>
[Scenario]
sealed class TwoPost
{
    private readonly CancellationTokenSource _stop = new();
    private readonly WorkBag _bag;
    private int _done;

    public TwoPost() => _bag = new(_stop.Token);

    [SimulatedThread]
    void First() => _bag.Post(() => _done++);

    [SimulatedThread]
    void Second()
    {
        _bag.Post(() => _done++);
        _bag.Start();
        for (var i = 0; i < 20 && _done < 2; i++) Thread.Sleep(300);
        _stop.Cancel();
    }

    [Invariant]
    void BothDone() => Check.Equal(2, _done, "pieces of work done");
}
