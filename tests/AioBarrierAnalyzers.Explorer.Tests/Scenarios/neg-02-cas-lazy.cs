using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two look at once.</summary>
[Scenario]
sealed class TwoLook
{
    private readonly NameTable _table = new(new[] { "a", "b" });

    [SimulatedThread]
    void First() => Check.Equal(1, _table.Find("b"), "the place of b");

    [SimulatedThread]
    void Second() => Check.Equal(0, _table.Find("a"), "the place of a");
}
