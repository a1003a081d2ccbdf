using System;
using System.Threading;

namespace ReferenceRing;

/// <summary>
/// Threads that sleep until a condition holds, and the look at "does anybody sleep?" that costs no lock (Linux, March 2008).
/// </summary>
/// <remarks>
/// The protocol. Who waits: <see cref="Prepare"/>, look at the condition, <see cref="Waiter.Sleep"/> if it does not hold, and again; at the end
/// <see cref="Finish"/>. Who changes the condition: store, then <see cref="WakeOneIfWaiting"/>. Both sides store, then load what the other stored; with a full
/// fence between on both sides, at least one sees the other: the waker wakes, or the waiter does not sleep. Release and acquire are too weak for this.
/// </remarks>
public sealed class WaitQueue
{
    private readonly object _lock = new();
    private Waiter? _first;
    private Waiter? _last;
    private int _count;

    /// <summary>Puts a waiter at the end of the queue, unless it is in it. The condition is to be looked at afterwards.</summary>
    /// <exception cref="ArgumentException">A place in another queue.</exception>
    public void Prepare(Waiter waiter)
    {
        CheckOwn(waiter);
        lock (_lock)
        {
            if (!waiter.IsQueued)
            {
                Append(waiter);
            }
        }

        // The place in the queue before the look at the condition: pairs with the full fence in WakeOneIfWaiting. Leaving the lock is a release, no fence.
        Interlocked.MemoryBarrier();
    }

    /// <summary>Wakes the first waiter, if there is any; takes no lock if there is none. To be called after the store that makes the condition hold.</summary>
    /// <returns>Whether a waiter was woken.</returns>
    public bool WakeOneIfWaiting()
    {
        // The caller's store before the look at the queue: pairs with the full fence in Prepare.
        Interlocked.MemoryBarrier();
        // A plain read: the fence keeps it in its place, and WakeOne, under the lock, takes nothing from it.
        return _count != 0 && WakeOne();
    }

    /// <summary>Wakes the first waiter, if there is any.</summary>
    /// <returns>Whether a waiter was woken.</returns>
    public bool WakeOne()
    {
        lock (_lock)
        {
            if (_first is null)
            {
                return false;
            }

            WakeFirst(_first);
            return true;
        }
    }

    /// <summary>Wakes all that wait now.</summary>
    public void WakeAll()
    {
        lock (_lock)
        {
            while (_first is not null)
            {
                WakeFirst(_first);
            }
        }
    }

    /// <summary>Takes a waiter out of the queue.</summary>
    /// <returns>
    /// True when it was out already: a wake-up was spent on it. If it leaves the work to others, it has to pass the wake-up on.
    /// </returns>
    /// <exception cref="ArgumentException">A place in another queue.</exception>
    public bool Finish(Waiter waiter)
    {
        CheckOwn(waiter);
        lock (_lock)
        {
            if (!waiter.IsQueued)
            {
                return true;
            }

            Remove(waiter);
            return false;
        }
    }

    private void CheckOwn(Waiter waiter)
    {
        ArgumentNullException.ThrowIfNull(waiter);
        if (waiter.Queue != this)
        {
            throw new ArgumentException("This is a place in another queue.", nameof(waiter));
        }
    }

    private void WakeFirst(Waiter first)
    {
        Remove(first);
        first.Wake();
    }

    private void Append(Waiter waiter)
    {
        waiter.IsQueued = true;
        waiter.Previous = _last;
        if (_last is null)
        {
            _first = waiter;
        }
        else
        {
            _last.Next = waiter;
        }

        _last = waiter;
        _count++;
    }

    private void Remove(Waiter waiter)
    {
        if (waiter.Previous is null)
        {
            _first = waiter.Next;
        }
        else
        {
            waiter.Previous.Next = waiter.Next;
        }

        if (waiter.Next is null)
        {
            _last = waiter.Previous;
        }
        else
        {
            waiter.Next.Previous = waiter.Previous;
        }

        waiter.Previous = null;
        waiter.Next = null;
        waiter.IsQueued = false;
        _count--;
    }
}
