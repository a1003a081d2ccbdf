using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two words that belong together are changed while they are copied.</summary>
[Scenario]
sealed class ChangeAndCopy
{
    private readonly PageCell _page = new();

    [SimulatedThread]
    void Changes()
    {
        _page.BeginChange();
        _page.Put(0, 1);
        _page.Put(1, 1);
        _page.EndChange();
    }

    [SimulatedThread]
    void Copies()
    {
        var copy = new long[512];
        if (_page.TryCopy(copy)) Check.Equal(copy[0], copy[1], "the second word");
    }
}
