using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>A message through the ring.</summary>
[Scenario]
sealed class OneMessage
{
    private readonly MessageRing<string> _ring = new();

    [SimulatedThread]
    void Enqueues() => _ring.Enqueue("message");

    [SimulatedThread]
    void Dequeues()
    {
        string item;
        while (!_ring.Dequeue(out item)) Thread.Yield();
        Check.Equal("message", item, "the message");
    }
}
