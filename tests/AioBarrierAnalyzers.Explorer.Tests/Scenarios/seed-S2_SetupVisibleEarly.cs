using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Whoever finds the context finds it complete.</summary>
[Scenario]
sealed class CreationAndUse
{
    [SimulatedThread]
    void Creates() => ContextTable.Create(7, 2);

    [SimulatedThread]
    void Uses()
    {
        var sum = ContextTable.Sum();
        Check.That(sum is 0 or 7, $"the sum is {sum}");
    }
}
