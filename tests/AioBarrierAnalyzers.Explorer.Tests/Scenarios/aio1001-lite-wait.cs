using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>One entry, for one that waits for it.</summary>
[Scenario]
sealed class OneEntry
{
    private readonly SingleSequencer _sequencer = new(2);

    [SimulatedThread]
    void Publishes() => _sequencer.Publish(0, 5);

    [SimulatedThread]
    void Waits() => Check.Equal(5L, _sequencer.Get(0), "the entry");
}
