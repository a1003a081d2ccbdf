using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Three items through a queue of two.</summary>
[Scenario(DelayedReads = true)]
sealed class ThreeItems
{
    private readonly LaneQueue<string> _queue = new(2);

    [SimulatedThread]
    void Enqueues()
    {
        foreach (var item in new List<string> { "a", "b", "c" })
        {
            while (!_queue.TryEnqueue(item)) Thread.Yield();
        }
    }

    [SimulatedThread]
    void Dequeues()
    {
        var got = "";
        while (got.Length < 3)
        {
            if (_queue.TryDequeue(out var item)) got += item;
            else Thread.Yield();
        }

        Check.Equal("abc", got, "what came through");
    }
}
