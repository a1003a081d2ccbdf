using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Three posts: all actions run. The loop may have run the second before its poster has looked at the flag.</summary>
[Scenario]
sealed class ThreePosts
{
    private readonly CancellationTokenSource _stop = new();
    private readonly EventLoop _loop = new();
    private int _ran;

    [SimulatedThread]
    void Runs() => _loop.Run(_stop.Token);

    [SimulatedThread]
    void Posts()
    {
        for (var i = 0; i < 3; i++)
        {
            _loop.Post(() => { if (++_ran == 3) _stop.Cancel(); });
        }
    }
}
