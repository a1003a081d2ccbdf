using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two threads wait, and the one that only looks in passes the notification on: the other is notified, and told so.</summary>
[Scenario]
sealed class TwoWait
{
    private readonly AioContext _context = new();

    [SimulatedThread]
    void Notifies() => _context.Notify();

    [SimulatedThread]
    void Waits() => Check.That(_context.Wait(Deadline.After(Timeout.InfiniteTimeSpan)), "notified");

    [SimulatedThread]
    void LooksIn()
    {
        if (_context.Wait(Deadline.After(TimeSpan.Zero))) _context.Notify();
    }
}
