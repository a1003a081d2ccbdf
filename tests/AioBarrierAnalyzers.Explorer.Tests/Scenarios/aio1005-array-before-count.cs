using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>A fifth handler makes the array grow while handlers are called.</summary>
[Scenario]
sealed class AddAndRaise
{
    private readonly HandlerList _list = new();
    private int _calls;

    public AddAndRaise()
    {
        for (var i = 0; i < 4; i++) _list.Add(_ => _calls++);
    }

    [SimulatedThread]
    void Adds() => _list.Add(_ => _calls++);

    [SimulatedThread]
    void Raises() => _list.Raise("topic");

    [Invariant]
    void AllThatWereThere() => Check.That(_calls is 4 or 5, $"{_calls} calls");
}
