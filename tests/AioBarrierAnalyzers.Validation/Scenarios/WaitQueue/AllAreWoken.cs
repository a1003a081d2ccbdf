using System.Threading;
using AioBarrierAnalyzers.Explorer;
using ReferenceRing;

/// <summary>All that wait are woken, while others enter and leave.</summary>
[Scenario]
sealed class AllAreWoken
{
    private readonly WaitQueue _queue = new();
    private readonly Waiter _one;
    private readonly Waiter _two;

    public AllAreWoken()
    {
        _one = new Waiter(_queue);
        _two = new Waiter(_queue);
        _queue.Prepare(_one);
    }

    [SimulatedThread]
    void Sleeps() => Check.That(_one.Sleep(Deadline.After(Timeout.InfiniteTimeSpan), default), "woken");

    [SimulatedThread]
    void Wakes() => _queue.WakeAll();

    [SimulatedThread]
    void EntersAndLeaves()
    {
        _queue.Prepare(_two);
        _queue.Finish(_two);
    }

    [Invariant]
    void Empty()
    {
        Check.That(_queue.Finish(_one), "one is out");
        Check.That(!_queue.WakeOne(), "nobody is in the queue");
        Check.That(!_queue.WakeOneIfWaiting(), "nobody is counted");
    }
}
