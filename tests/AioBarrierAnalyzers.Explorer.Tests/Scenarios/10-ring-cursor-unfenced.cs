using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two items through the ring.</summary>
[Scenario]
sealed class TwoItems
{
    private readonly TrackRing<string> _ring = new(2);

    [SimulatedThread]
    void Enqueues()
    {
        _ring.Enqueue("a");
        _ring.Enqueue("b");
    }

    [SimulatedThread]
    void Dequeues()
    {
        Check.Equal("a", _ring.Dequeue(), "the first");
        Check.Equal("b", _ring.Dequeue(), "the second");
    }
}
