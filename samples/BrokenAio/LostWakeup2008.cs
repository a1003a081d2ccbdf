// Linux, March 2008: "Bad AIO race in aio_complete() leads to process hang".
// The completing thread stores the tail, then looks whether anybody waits; the waiting thread puts itself on the wait list, then looks at the tail.
// Either store may still sit in its processor's store buffer when the other side looks: nobody is woken, and the waiter sleeps for ever.

using System.Collections.Generic;
using System.Threading;

namespace BrokenAio.LostWakeup;

public readonly record struct IoEvent(ulong UserData, long Result);

public sealed class CompletionContext
{
    private const int Capacity = 128;

    private readonly IoEvent[] _ring = new IoEvent[Capacity];
    private readonly object _completionLock = new();
    private readonly object _readLock = new();
    private readonly object _waitLock = new();
    private readonly LinkedList<SemaphoreSlim> _waiters = new();
    private volatile int _waiterCount;
    private volatile int _head;
    private volatile int _tail;

    private bool HasWaiters => _waiterCount != 0;

    /// <summary>aio_complete(): any thread that finishes a request.</summary>
    public bool Complete(in IoEvent completed)
    {
        lock (_completionLock)
        {
            int tail = _tail;
            if (tail - _head == Capacity)
            {
                return false;
            }

            _ring[tail & (Capacity - 1)] = completed;
            _tail = tail + 1;
        }

        if (HasWaiters)
        {
            WakeOne();
        }

        return true;
    }

    /// <summary>read_events(): sleeps until there is an event.</summary>
    public IoEvent GetEvent()
    {
        if (TryRead(out IoEvent ready))
        {
            return ready;
        }

        var signal = new SemaphoreSlim(0);
        while (true)
        {
            LinkedListNode<SemaphoreSlim> place = AddWaiter(signal);
            if (TryRead(out ready))
            {
                RemoveWaiter(place);
                return ready;
            }

            signal.Wait();
        }
    }

    private bool TryRead(out IoEvent ready)
    {
        lock (_readLock)
        {
            int head = _head;
            if (head == _tail)
            {
                ready = default;
                return false;
            }

            ready = _ring[head & (Capacity - 1)];
            _head = head + 1;
            return true;
        }
    }

    private LinkedListNode<SemaphoreSlim> AddWaiter(SemaphoreSlim signal)
    {
        lock (_waitLock)
        {
            LinkedListNode<SemaphoreSlim> place = _waiters.AddLast(signal);
            _waiterCount = _waiters.Count;
            return place;
        }
    }

    private void RemoveWaiter(LinkedListNode<SemaphoreSlim> place)
    {
        lock (_waitLock)
        {
            if (place.List is null)
            {
                // A wake-up was spent on this waiter although it had found an event by itself: pass it on.
                WakeOne();
                return;
            }

            _waiters.Remove(place);
            _waiterCount = _waiters.Count;
        }
    }

    private void WakeOne()
    {
        lock (_waitLock)
        {
            LinkedListNode<SemaphoreSlim>? first = _waiters.First;
            if (first is null)
            {
                return;
            }

            _waiters.RemoveFirst();
            _waiterCount = _waiters.Count;
            first.Value.Release();
        }
    }
}
