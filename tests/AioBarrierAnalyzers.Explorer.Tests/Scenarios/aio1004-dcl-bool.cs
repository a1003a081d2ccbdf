using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two ask at once for the area.</summary>
[Scenario]
sealed class TwoAsk
{
    private readonly TextBlock _block = new("ab\nc");

    [SimulatedThread]
    void First() => Check.Equal(15 * 28.0, _block.Area, "the area");

    [SimulatedThread]
    void Second() => Check.Equal(15 * 28.0, _block.Area, "the area");
}
