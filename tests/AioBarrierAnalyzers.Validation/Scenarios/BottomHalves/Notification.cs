using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>A thread sleeps until a bottom half is scheduled: it runs, and the thread wakes up.</summary>
[Scenario]
sealed class Notification
{
    private readonly AioContext _context = new();
    private readonly BottomHalf _half;
    private int _runs;

    public Notification() => _half = _context.CreateBottomHalf(() => _runs++);

    [SimulatedThread]
    void Schedules() => _half.Schedule();

    [SimulatedThread]
    void RunsOnce()
    {
        _context.RunOnce(Timeout.InfiniteTimeSpan);
        Check.Equal(1, _runs, "runs");
    }
}
