using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>An allocation that fails must not keep the lock.</summary>
[Scenario]
sealed class AllocationThatFails
{
    private readonly RingSetup _setup = new();

    [SimulatedThread]
    void Allocates() => Check.That(_setup.Allocate(0) < 0, "too few pages are refused");

    [SimulatedThread]
    void Asks() => Check.Equal(0, _setup.Length(), "the length of no buffer");
}
