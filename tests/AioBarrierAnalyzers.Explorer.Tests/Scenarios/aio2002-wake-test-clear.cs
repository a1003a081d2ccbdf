using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two posts: both actions run.</summary>
[Scenario]
sealed class TwoPosts
{
    private readonly CancellationTokenSource _stop = new();
    private readonly EventLoop _loop = new();
    private int _ran;

    [SimulatedThread]
    void Runs() => _loop.Run(_stop.Token);

    [SimulatedThread]
    void Posts()
    {
        for (var i = 0; i < 2; i++)
        {
            _loop.Post(() => { if (++_ran == 2) _stop.Cancel(); });
        }
    }
}
