using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two events through the ring.</summary>
[Scenario]
sealed class TwoEvents
{
    private readonly AioRing _ring = new();

    [SimulatedThread]
    void Puts()
    {
        for (ulong i = 1; i <= 2; i++)
        {
            while (!_ring.Put(new RingEvent { Data = i, Obj = i })) Thread.Yield();
        }
    }

    [SimulatedThread]
    void Gets()
    {
        for (ulong i = 1; i <= 2; i++)
        {
            RingEvent got;
            while (!_ring.Get(out got)) Thread.Yield();
            Check.Equal(i, got.Data, "the data");
            Check.Equal(i, got.Obj, "the object");
        }
    }
}
