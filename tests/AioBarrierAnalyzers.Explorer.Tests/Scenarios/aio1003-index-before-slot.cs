using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>A quote is appended while another thread looks for it.</summary>
[Scenario]
sealed class AppendAndLook
{
    private readonly QuoteTape _tape = new(4);

    [SimulatedThread]
    void Appends() => _tape.Append(new Quote(1, 5));

    [SimulatedThread]
    void Looks()
    {
        if (_tape.Published == 1) Check.Equal(5L, _tape.LastPrice(1), "the price");
    }
}
