using System;
using System.Threading;

namespace ReferenceRing;

/// <summary>An event loop with bottom halves: any thread creates and schedules them, one thread at a time polls and runs them (QEMU, April 2015).</summary>
public sealed class AioContext
{
    /// <summary>The longest time that <see cref="Run"/> sleeps, and so that a bottom half scheduled as idle waits.</summary>
    public static readonly TimeSpan IdleInterval = TimeSpan.FromMilliseconds(10);

    private readonly object _listLock = new();
    private readonly object _notifyLock = new();
    private BottomHalf? _first;
    private bool _notified;
    private int _polling;

    /// <summary>aio_bh_new(). Any thread.</summary>
    /// <param name="callback">What runs, on the thread that polls.</param>
    public BottomHalf CreateBottomHalf(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var created = new BottomHalf(this, callback);
        lock (_listLock)
        {
            created.Next = _first;
            // No barrier: storing a reference makes what it leads to visible before it, and Poll goes through the reference.
            _first = created;
        }

        return created;
    }

    /// <summary>aio_notify(): ends the sleep of <see cref="Wait"/>, or the next one. Any thread.</summary>
    public void Notify()
    {
        lock (_notifyLock)
        {
            _notified = true;
            Monitor.Pulse(_notifyLock);
        }
    }

    /// <summary>Sleeps until the context is notified or the time is up.</summary>
    /// <returns>Whether it was notified since it last slept.</returns>
    public bool Wait(Deadline deadline)
    {
        lock (_notifyLock)
        {
            while (!_notified && !deadline.IsExpired)
            {
                Monitor.Wait(_notifyLock, deadline.Milliseconds);
            }

            var notified = _notified;
            _notified = false;
            return notified;
        }
    }

    /// <summary>
    /// aio_bh_poll(): runs what is scheduled, once each. One thread at a time. What a callback throws comes out of here, and what it kept from
    /// running stays scheduled.
    /// </summary>
    /// <returns>Whether something urgent ran.</returns>
    /// <exception cref="InvalidOperationException">Another thread polls, or a callback does.</exception>
    public bool Poll()
    {
        // Pairs with the Volatile.Write below: the list is as the last thread that polled left it.
        if (Interlocked.Exchange(ref _polling, 1) != 0)
        {
            throw new InvalidOperationException("The context is being polled already, by another thread or by the caller of this callback.");
        }

        try
        {
            var progress = false;
            var anyDeleted = false;
            for (var half = _first; half is not null; half = half.Next)
            {
                if (half.IsDeleted)
                {
                    anyDeleted = true;
                }
                else
                {
                    progress |= half.RunIfScheduled();
                }
            }

            if (anyDeleted)
            {
                RemoveDeleted();
            }

            return progress;
        }
        finally
        {
            // Pairs with the Exchange above.
            Volatile.Write(ref _polling, 0);
        }
    }

    /// <summary>aio_poll(): polls, and if nothing urgent ran, waits to be notified and polls again.</summary>
    /// <returns>Whether something urgent ran.</returns>
    public bool RunOnce(TimeSpan timeout)
    {
        var deadline = Deadline.After(timeout);
        if (Poll())
        {
            return true;
        }

        Wait(deadline);
        return Poll();
    }

    /// <summary>Polls and waits until it is cancelled.</summary>
    public void Run(CancellationToken stop)
    {
        using var wakeUp = stop.Register(static context => ((AioContext)context!).Notify(), this);
        while (!stop.IsCancellationRequested)
        {
            RunOnce(IdleInterval);
        }
    }

    /// <summary>Takes out what is deleted. Under the claim of <see cref="Poll"/>; others only add at the front.</summary>
    private void RemoveDeleted()
    {
        lock (_listLock)
        {
            while (_first is { IsDeleted: true })
            {
                _first = _first.Next;
            }

            for (var half = _first; half is not null; half = half.Next)
            {
                while (half.Next is { IsDeleted: true } deleted)
                {
                    half.Next = deleted.Next;
                }
            }
        }
    }
}
