using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>The page is freed once, when the last lease ends.</summary>
[Scenario]
sealed class TwoLeases
{
    private readonly PageLease _lease;
    private int _freed;

    public TwoLeases() => _lease = new(() => _freed++);

    [SimulatedThread]
    void First() => Uses();

    [SimulatedThread]
    void Second() => Uses();

    [Invariant]
    void FreedOnce()
    {
        _lease.Close();
        Check.Equal(1, _freed, "times freed");
    }

    private void Uses()
    {
        if (_lease.TryAcquire()) _lease.Release();
    }
}
