using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>Two places enter and leave the queue while one is woken: the queue is as it was, and every wake-up is known to one.</summary>
[Scenario]
sealed class QueuedWaiters
{
    private readonly WaitQueue _queue = new();
    private readonly Waiter _one;
    private readonly Waiter _two;
    private int _woken;
    private int _known;

    public QueuedWaiters()
    {
        _one = new Waiter(_queue);
        _two = new Waiter(_queue);
    }

    [SimulatedThread]
    void Waits() => EnterAndLeave(_one);

    [SimulatedThread]
    void WaitsToo() => EnterAndLeave(_two);

    [SimulatedThread]
    void Wakes()
    {
        if (_queue.WakeOne()) _woken++;
        if (_queue.WakeOneIfWaiting()) _woken++;
    }

    [Invariant]
    void Empty()
    {
        Check.That(!_queue.WakeOne(), "nobody is in the queue");
        Check.That(!_queue.WakeOneIfWaiting(), "nobody is counted");
        Check.Equal(_woken, _known, "wake-ups");
    }

    private void EnterAndLeave(Waiter waiter)
    {
        _queue.Prepare(waiter);
        if (_queue.Finish(waiter)) _known++;
    }
}
