using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two items: none is left behind.</summary>
[Scenario]
sealed class TwoItems
{
    private readonly CappedPool _pool = new(1);
    private int _ran;

    [SimulatedThread]
    void First() => _pool.Queue(() => _ran++);

    [SimulatedThread]
    void Second() => _pool.Queue(() => _ran++);

    [Invariant]
    void BothRan() => Check.Equal(2, _ran, "items that ran");
}
