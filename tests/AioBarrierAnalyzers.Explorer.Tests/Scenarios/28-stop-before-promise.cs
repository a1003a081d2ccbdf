using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Whoever stops the timer is told when it has ended.</summary>
[Scenario]
sealed class StopAndWait
{
    [SimulatedThread]
    void Stops() => new WheelTimer().Stop().Wait();
}
