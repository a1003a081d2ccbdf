using System;
using System.Threading;

namespace ReferenceRing;

/// <summary>A thread's place in a <see cref="WaitQueue"/>, for one wait.</summary>
public sealed class Waiter
{
    private readonly SemaphoreSlim _signal = new(0);

    /// <summary>Makes a place that is not in the queue yet.</summary>
    public Waiter(WaitQueue queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        Queue = queue;
    }

    /// <summary>The queue that this is a place in.</summary>
    internal WaitQueue Queue { get; }

    /// <summary>Whether it stands in the queue. Under the queue's lock.</summary>
    internal bool IsQueued { get; set; }

    /// <summary>The one before it. Under the queue's lock.</summary>
    internal Waiter? Previous { get; set; }

    /// <summary>The one behind it. Under the queue's lock.</summary>
    internal Waiter? Next { get; set; }

    /// <summary>Sleeps until it is woken, the time is up or the token is cancelled. A wake-up that came before counts.</summary>
    /// <returns>Whether it was woken. It can be woken for nothing: the caller looks at its condition again.</returns>
    public bool Sleep(Deadline deadline, CancellationToken cancellation)
    {
        try
        {
            return _signal.Wait(deadline.Milliseconds, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Ends the sleep, or the next one.</summary>
    internal void Wake() => _signal.Release();
}
