using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two items through the queue.</summary>
[Scenario]
sealed class TwoItems
{
    private readonly BoundedQueue<string> _queue = new(2);

    [SimulatedThread]
    void Enqueues()
    {
        while (!_queue.TryEnqueue("a")) Thread.Yield();
        while (!_queue.TryEnqueue("b")) Thread.Yield();
    }

    [SimulatedThread]
    void Dequeues()
    {
        string item;
        while (!_queue.TryDequeue(out item)) Thread.Yield();
        Check.Equal("a", item, "the first");
        while (!_queue.TryDequeue(out item)) Thread.Yield();
        Check.Equal("b", item, "the second");
    }
}
