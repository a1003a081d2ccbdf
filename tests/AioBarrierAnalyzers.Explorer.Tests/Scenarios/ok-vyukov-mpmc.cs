using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two offer, one takes both.</summary>
[Scenario]
sealed class TwoOffer
{
    private readonly HandOff<string> _queue = new(2);

    [SimulatedThread]
    void First() => Check.That(_queue.Offer("a"), "there is room");

    [SimulatedThread]
    void Second() => Check.That(_queue.Offer("b"), "there is room");

    [SimulatedThread]
    void Takes()
    {
        var got = new List<string>();
        while (got.Count < 2)
        {
            if (_queue.Poll(out var item)) got.Add(item);
            else Thread.Yield();
        }

        Check.That(got.Contains("a") && got.Contains("b"), string.Join(", ", got));
    }
}
