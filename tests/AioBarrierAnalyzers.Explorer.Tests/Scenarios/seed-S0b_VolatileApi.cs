using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>The bell is rung once, for one that waits.</summary>
[Scenario]
sealed class OneRing
{
    private readonly Doorbell _bell = new();

    [SimulatedThread]
    void Rings() => _bell.Ring(1);

    [SimulatedThread]
    void Waits() => _bell.WaitBeyond(0);
}
