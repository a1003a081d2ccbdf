using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two items, taken by the owner and by a thief: each once.</summary>
[Scenario]
sealed class OwnerAndThief
{
    private readonly StealDeque _deque = new();
    private int _first;
    private int _second;

    public OwnerAndThief()
    {
        _deque.TryPush(() => _first++);
        _deque.TryPush(() => _second++);
    }

    [SimulatedThread]
    void Owner()
    {
        _deque.TryPop()?.Invoke();
        _deque.TryPop()?.Invoke();
    }

    [SimulatedThread]
    void Thief() => _deque.TrySteal()?.Invoke();

    [Invariant]
    void EachOnce() => Check.Equal((1, 1), (_first, _second), "times done");
}
