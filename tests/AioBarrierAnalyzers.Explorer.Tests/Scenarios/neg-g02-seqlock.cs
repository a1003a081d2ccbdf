using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>The state is set while it is read.</summary>
[Scenario]
sealed class SetAndGet
{
    private readonly MotionState _state = new();

    [SimulatedThread]
    void Sets()
    {
        _state.Set(1, 1, 1);
        _state.Set(2, 2, 2);
    }

    [SimulatedThread]
    void Gets()
    {
        _state.Get(out var x, out var y, out var speed);
        Check.That(x == y && y == speed, $"{x}, {y}, {speed}");
    }
}
