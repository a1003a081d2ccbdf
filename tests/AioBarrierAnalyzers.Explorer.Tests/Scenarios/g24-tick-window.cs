using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>A reading during a tick is of one moment.</summary>
[Scenario]
sealed class TickAndRead
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TickWindow _window = new();

    [SimulatedThread]
    void Reads()
    {
        _window.Start(() => { _stop.Cancel(); return 5; }, _stop.Token);
        var range = _window.Read();
        Check.That((range.Low, range.High, range.Last) is (5, 5, 5) or (int.MaxValue, int.MinValue, 0), $"{range.Low}, {range.High}, {range.Last}");
    }
}
