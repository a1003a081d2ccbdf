using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two items: none is left behind.</summary>
[Scenario]
sealed class TwoItems
{
    private readonly BacklogBridge _bridge = new();
    private int _ran;

    [SimulatedThread]
    void Pushes()
    {
        _bridge.Push(() => _ran++);
        _bridge.Push(() => _ran++);
    }

    [Invariant]
    void BothRan() => Check.Equal(2, _ran, "items that ran");
}
