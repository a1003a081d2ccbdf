using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two ask at once: the value is made once.</summary>
[Scenario]
sealed class TwoAsk
{
    private readonly QuickLazy<string> _lazy;
    private int _made;

    public TwoAsk() => _lazy = new(() => { _made++; return "value"; });

    [SimulatedThread]
    void First() => Check.Equal("value", _lazy.Value, "the value");

    [SimulatedThread]
    void Second() => Check.Equal("value", _lazy.Value, "the value");

    [Invariant]
    void Once() => Check.Equal(1, _made, "times made");
}
