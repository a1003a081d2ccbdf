using AioBarrierAnalyzers.Explorer.Memory;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Synchronization;

/// <summary>A semaphore, or an event: waiting takes one, or leaves what is there. What was released happens before what a later wait lets go on.</summary>
internal sealed class CounterState : IWaitCondition
{
    private readonly View _view = new();
    private readonly string _name;
    private readonly int _limit;
    private readonly bool _isTaken;

    /// <param name="name">What it is, for the report of a deadlock.</param>
    /// <param name="count">How many waits go on at once.</param>
    /// <param name="limit">The largest count; 1 for events.</param>
    /// <param name="isTaken">Whether a wait takes one.</param>
    public CounterState(string name, int count, int limit, bool isTaken)
    {
        _name = name;
        Count = count;
        _limit = limit;
        _isTaken = isTaken;
    }

    public int Count { get; private set; }

    public bool IsMetFor(SimulatedThread thread) => Count > 0;

    public string Describe() => _name;

    /// <returns>False when the time was up first.</returns>
    public bool Wait(SimulatedThread thread, long timeout)
    {
        thread.Execution.Point(thread);
        if (!thread.Execution.Block(thread, this, timeout)) return false;

        if (_isTaken)
        {
            Count--;
            thread.Execution.Memory.NoteChange();
        }

        SimulatedMemory.Acquire(thread, _view);
        return true;
    }

    /// <returns>The count before; more than the limit is cut off.</returns>
    public int Release(SimulatedThread thread, int count)
    {
        thread.Execution.Point(thread);
        thread.Execution.Memory.Release(thread, _view);
        var before = Count;
        Count = (int)System.Math.Min((long)Count + count, _limit);
        return before;
    }

    public void Reset(SimulatedThread thread)
    {
        thread.Execution.Point(thread);
        Count = 0;
        thread.Execution.Memory.NoteChange();
    }

    /// <summary>Looks at it, with the order of an acquire load.</summary>
    public int Look(SimulatedThread thread)
    {
        thread.Execution.Point(thread);
        thread.Memory.LoadsSeen = (thread.Memory.LoadsSeen * 31) + Count + 1;
        SimulatedMemory.Acquire(thread, _view);
        return Count;
    }
}
