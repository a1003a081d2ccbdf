using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>An observer gets what was there before it came and what came after, each once.</summary>
[Scenario]
sealed class SubscribeAndNext
{
    private readonly HistorySubject<int> _subject = new(4);
    private int _got;

    [SimulatedThread]
    void Nexts() => _subject.OnNext(1);

    [SimulatedThread]
    void Subscribes() => _subject.Subscribe(_ => _got++);

    [Invariant]
    void Once() => Check.Equal(1, _got, "times that the value came");
}
