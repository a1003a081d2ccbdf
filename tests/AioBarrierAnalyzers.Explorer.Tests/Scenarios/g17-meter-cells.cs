using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two ask for a cell that is not there yet.</summary>
[Scenario]
sealed class TwoAsk
{
    private readonly MeterCells _cells = new();

    [SimulatedThread]
    void First() => _cells.Get("x").Add(1);

    [SimulatedThread]
    void Second() => _cells.Get("x").Add(1);

    [Invariant]
    void BothCount() => Check.Equal(2, _cells.Get("x").Total, "the total");
}
