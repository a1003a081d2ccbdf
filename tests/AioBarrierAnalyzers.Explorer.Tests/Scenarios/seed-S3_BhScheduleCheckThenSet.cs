using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Data is written before the callback is scheduled: some run sees it.</summary>
[Scenario]
sealed class Schedules
{
    private sealed class Box { public int Data; }

    private readonly Box _box = new();
    private readonly AioContext _context = new();
    private readonly BottomHalf _half;
    private int _seen;

    public Schedules() => _half = _context.Create(() => _seen = _box.Data);

    [SimulatedThread]
    void SchedulesTwice()
    {
        for (var i = 1; i <= 2; i++)
        {
            Volatile.Write(ref _box.Data, i);
            _context.Schedule(_half);
        }
    }

    [SimulatedThread]
    void Polls() => _context.Poll();

    [Invariant]
    void NothingIsLeft()
    {
        _context.Poll();
        Check.Equal(2, _seen, "the data that the last run saw");
    }
}
