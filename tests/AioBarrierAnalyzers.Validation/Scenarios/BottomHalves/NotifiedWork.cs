using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two threads each do something and notify: who sleeps until both have done it does not sleep for ever.</summary>
[Scenario]
sealed class NotifiedWork
{
    private sealed class Work { public int One; public int Two; }

    private readonly AioContext _context = new();
    private readonly Work _work = new();

    [SimulatedThread]
    void DoesOne()
    {
        Volatile.Write(ref _work.One, 1);
        _context.Notify();
    }

    [SimulatedThread]
    void DoesTwo()
    {
        Volatile.Write(ref _work.Two, 1);
        _context.Notify();
    }

    [SimulatedThread]
    void Waits()
    {
        while (Volatile.Read(ref _work.One) + Volatile.Read(ref _work.Two) < 2)
        {
            _context.Wait(Deadline.After(Timeout.InfiniteTimeSpan));
        }
    }
}
