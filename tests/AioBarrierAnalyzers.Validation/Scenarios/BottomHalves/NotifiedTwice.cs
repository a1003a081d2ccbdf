using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two notifications and two sleeps: the first sleep ends, and none of the notifications is made up.</summary>
[Scenario]
sealed class NotifiedTwice
{
    private readonly AioContext _context = new();
    private int _waits;

    [SimulatedThread]
    void Notifies() => _context.Notify();

    [SimulatedThread]
    void NotifiesToo() => _context.Notify();

    [SimulatedThread]
    void Waits()
    {
        Check.That(_context.Wait(Deadline.After(Timeout.InfiniteTimeSpan)), "notified");
        _waits++;
        if (_context.Wait(Deadline.After(TimeSpan.Zero))) _waits++;
    }

    [Invariant]
    void NotMoreThanTwo()
    {
        if (_context.Wait(Deadline.After(TimeSpan.Zero))) _waits++;
        Check.That(_waits is 1 or 2, $"{_waits} notifications");
        Check.That(!_context.Wait(Deadline.After(TimeSpan.Zero)), "no notification is left");
    }
}
