using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>An order, and the end: the consumer ends.</summary>
[Scenario]
sealed class OneOrder
{
    private readonly OrderRing _ring;
    private string _handled;

    public OneOrder() => _ring = new(order => _handled = order);

    [SimulatedThread]
    void Posts()
    {
        _ring.Start();
        _ring.TryPost("order");
        _ring.TryPost(null);
    }

    [Invariant]
    void Handled() => Check.Equal("order", _handled, "the order");
}
