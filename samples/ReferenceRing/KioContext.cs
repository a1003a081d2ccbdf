using System;
using System.Threading;

namespace ReferenceRing;

/// <summary>
/// Submission, completion and reading with a wait: io_submit(), aio_complete() and io_getevents() of a kioctx. A slot of the ring is reserved for a request
/// when it is submitted, so that its event always finds room.
/// </summary>
public sealed class KioContext : IDisposable
{
    private readonly object _ringLock = new();
    private readonly AioRing _ring;
    private readonly WaitQueue _waiters = new();
    private int _available;
    private int _closed;

    /// <summary>Makes a context without requests.</summary>
    /// <param name="maximumEvents">The least number of requests that it must take at a time; rounded up to a power of two.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1, or more than <see cref="SpscRing{T}.MaximumCapacity"/>.</exception>
    public KioContext(int maximumEvents)
    {
        _ring = new AioRing(maximumEvents);
        _available = _ring.Capacity;
    }

    /// <summary>How many requests it takes at a time, from submission until their events are read.</summary>
    public int Capacity => _ring.Capacity;

    /// <summary>How many more requests it takes: a snapshot.</summary>
    // Volatile, so that a loop around it sees changes; it guards nothing.
    public int Available => Volatile.Read(ref _available);

    /// <summary>Reserves a slot for a request. Any thread.</summary>
    /// <param name="data">What the event will say in <see cref="IoEvent.Data"/>.</param>
    /// <param name="object">What the event will say in <see cref="IoEvent.Object"/>.</param>
    /// <returns>The request, to be given to <see cref="Complete"/>; null when all slots are taken (EAGAIN).</returns>
    /// <exception cref="ObjectDisposedException">The context is closed.</exception>
    public IoRequest? TrySubmit(ulong data, ulong @object = 0)
    {
        ThrowIfClosed();
        var available = _available;
        while (available > 0)
        {
            // Pairs with the Interlocked.Add in Take: the slot has been read before it is reserved again.
            var seen = Interlocked.CompareExchange(ref _available, available - 1, available);
            if (seen == available)
            {
                return new IoRequest(this, data, @object);
            }

            available = seen;
        }

        return null;
    }

    /// <summary>aio_complete(): puts the event of a request into the ring and wakes a reader. Any thread; also after the context is closed.</summary>
    /// <exception cref="ArgumentException">A request of another context.</exception>
    /// <exception cref="InvalidOperationException">The request is completed already.</exception>
    public void Complete(IoRequest request, long result, long result2 = 0)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Context != this)
        {
            throw new ArgumentException("The request was submitted to another context.", nameof(request));
        }

        if (Interlocked.Exchange(ref request.Completed, 1) != 0) // Pairs with itself: of several completers one goes on.
        {
            throw new InvalidOperationException("The request is completed already.");
        }

        if (!_ring.TryComplete(new IoEvent(request.Data, request.Object, result, result2)))
        {
            throw new InvalidOperationException("The ring is full, although a slot was reserved.");
        }

        // The tail is stored, then the wait queue looked at: WakeOneIfWaiting has the full fence between, which pairs with that in Prepare.
        _waiters.WakeOneIfWaiting();
    }

    /// <summary>io_getevents(): takes the oldest events, and waits until there are as many as asked for. Any thread.</summary>
    /// <param name="minimum">How many events to wait for.</param>
    /// <param name="into">Where they are put; its length is the maximum.</param>
    /// <param name="timeout">How long to wait at most; zero does not wait, <see cref="Timeout.InfiniteTimeSpan"/> has no end.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>How many events were taken: less than the minimum if the time was up, or the wait was ended when some were taken.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A minimum that is negative or more than fits, or a negative timeout.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled and no event taken.</exception>
    /// <exception cref="ObjectDisposedException">The context is closed, or was closed during the wait and no event taken.</exception>
    public int ReadEvents(int minimum, Span<IoEvent> into, TimeSpan timeout, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minimum);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minimum, into.Length);
        var deadline = Deadline.After(timeout);
        ThrowIfClosed();
        cancellation.ThrowIfCancellationRequested();

        var taken = Take(into);
        return taken >= minimum ? taken : WaitForEvents(minimum, into, taken, deadline, cancellation);
    }

    /// <summary>Takes no more requests and ends all waits. What is in flight may still be completed.</summary>
    public void Dispose()
    {
        // Pairs with the Volatile.Read in IsClosed; no fence is needed before WakeAll, which takes the queue's lock, as Prepare does.
        Volatile.Write(ref _closed, 1);
        _waiters.WakeAll();
    }

    private int WaitForEvents(int minimum, Span<IoEvent> into, int taken, Deadline deadline, CancellationToken cancellation)
    {
        var waiter = new Waiter(_waiters);
        try
        {
            while (true)
            {
                // Queue, fence, look, sleep. The fence is in Prepare, and pairs with that in WakeOneIfWaiting.
                _waiters.Prepare(waiter);
                taken += Take(into[taken..]);
                if (taken >= minimum || IsClosed)
                {
                    break;
                }

                if (!waiter.Sleep(deadline, cancellation) && (deadline.IsExpired || cancellation.IsCancellationRequested))
                {
                    // What came in at the last moment is not left behind.
                    taken += Take(into[taken..]);
                    break;
                }
            }
        }
        finally
        {
            // A wake-up that was meant for an event that this thread does not take goes to the next one.
            if (_waiters.Finish(waiter) && !_ring.IsEmpty)
            {
                _waiters.WakeOne();
            }
        }

        if (taken == 0)
        {
            ThrowIfClosed();
            cancellation.ThrowIfCancellationRequested();
        }

        return taken;
    }

    /// <summary>aio_read_events_ring().</summary>
    private int Take(Span<IoEvent> into)
    {
        int count;
        lock (_ringLock)
        {
            count = _ring.Read(into);
        }

        if (count != 0)
        {
            // Pairs with the CompareExchange in TrySubmit: the head is stored before the slots can be reserved again.
            Interlocked.Add(ref _available, count);
        }

        return count;
    }

    // Pairs with the Volatile.Write in Dispose.
    private bool IsClosed => Volatile.Read(ref _closed) != 0;

    private void ThrowIfClosed() => ObjectDisposedException.ThrowIf(IsClosed, this);
}
