using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>A tick, for one that waits for it.</summary>
[Scenario]
sealed class TwoTicks
{
    private readonly TickFeed _feed = new();

    [SimulatedThread]
    void Publishes()
    {
        _feed.TryPublish(5);
        _feed.TryPublish(6);
    }

    [SimulatedThread]
    void Takes()
    {
        Check.Equal(5L, _feed.Take(), "the first");
        Check.Equal(6L, _feed.Take(), "the second");
    }
}
