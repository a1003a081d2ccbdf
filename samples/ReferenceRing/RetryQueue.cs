using System;
using System.Collections.Generic;
using System.Threading;

namespace ReferenceRing;

/// <summary>
/// The retry path (Linux, July 2005): requests run on workers, wait for sources when they cannot go on, and are kicked back into the run list when a source is
/// ready. To leave the wait list, to be kicked and to enter the run list is one step, under one lock, and so is the look at the wait list after a run; nothing
/// here is a barrier.
/// </summary>
public sealed class RetryQueue
{
    private readonly object _contextLock = new();
    private readonly Queue<RetryRequest> _runList = new();
    private readonly SemaphoreSlim _work = new(0);

    /// <summary>Puts a new request into the run list. Any thread.</summary>
    /// <returns>False when it is in it, runs, or is done.</returns>
    /// <exception cref="ArgumentException">A request of another queue.</exception>
    public bool Start(RetryRequest request)
    {
        CheckOwn(request);
        bool queued;
        lock (_contextLock)
        {
            queued = Kick(request);
        }

        return Activate(queued);
    }

    /// <summary>Takes the next request out of the run list, to run it on this thread; waits for one. Each is given to one thread at a time.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public RetryRequest Next(CancellationToken stop)
    {
        _work.Wait(stop);
        return Dequeue();
    }

    /// <summary>Takes the next request out of the run list, if there is one.</summary>
    public bool TryNext(out RetryRequest? request)
    {
        request = _work.Wait(0) ? Dequeue() : null;
        return request is not null;
    }

    /// <summary>Has a running request wait for a source; to be called before the source can call <see cref="Wake"/>.</summary>
    /// <exception cref="InvalidOperationException">The request does not run.</exception>
    public void WaitOn(RetryRequest request, object source)
    {
        CheckOwn(request);
        ArgumentNullException.ThrowIfNull(source);
        lock (_contextLock)
        {
            CheckRunning(request);
            request.WaitList.Add(source);
        }
    }

    /// <summary>aio_wake_function(): a source is ready. Any thread.</summary>
    /// <returns>
    /// Whether the request went into the run list by this; otherwise it does not wait for the source, or runs and will be queued when that run ends.
    /// </returns>
    public bool Wake(RetryRequest request, object source)
    {
        CheckOwn(request);
        ArgumentNullException.ThrowIfNull(source);
        bool queued;
        lock (_contextLock)
        {
            // One step: see the type's remarks.
            queued = request.WaitList.Remove(source) && Kick(request);
        }

        return Activate(queued);
    }

    /// <summary>The end of a run that has to be retried: when a source is ready, or at once when the request waits for none (a short read).</summary>
    /// <returns>Whether the request went back into the run list by this.</returns>
    /// <exception cref="InvalidOperationException">The request does not run.</exception>
    public bool FinishRetry(RetryRequest request)
    {
        CheckOwn(request);
        bool queued;
        lock (_contextLock)
        {
            CheckRunning(request);
            if (request.WaitList.Count == 0)
            {
                request.IsKicked = true;
            }

            request.IsRunning = false;
            request.IsBusy = false;
            queued = request.IsKicked && Enqueue(request);
        }

        return Activate(queued);
    }

    /// <summary>The end of the last run: the request will not run again, whatever wakes it.</summary>
    /// <exception cref="InvalidOperationException">The request does not run.</exception>
    public void Complete(RetryRequest request)
    {
        CheckOwn(request);
        lock (_contextLock)
        {
            CheckRunning(request);
            request.WaitList.Clear();
            request.IsRunning = false;
            request.IsDone = true;
        }
    }

    private RetryRequest Dequeue()
    {
        lock (_contextLock)
        {
            // Each count of the semaphore is for one request in the list.
            var request = _runList.Dequeue();
            request.IsKicked = false;
            request.IsRunning = true;
            return request;
        }
    }

    /// <summary>kick_iocb(): test and set, then enqueue. Under the lock.</summary>
    private bool Kick(RetryRequest request)
    {
        if (request.IsKicked)
        {
            return false;
        }

        request.IsKicked = true;
        return Enqueue(request);
    }

    /// <summary>queue_kicked_iocb(). Under the lock.</summary>
    private bool Enqueue(RetryRequest request)
    {
        if (request.IsBusy)
        {
            return false;
        }

        request.IsBusy = true;
        _runList.Enqueue(request);
        return true;
    }

    /// <summary>aio_queue_work(): outside the lock, for a worker would only run into it.</summary>
    private bool Activate(bool queued)
    {
        if (queued)
        {
            _work.Release();
        }

        return queued;
    }

    private void CheckOwn(RetryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Queue != this)
        {
            throw new ArgumentException("The request is for another queue.", nameof(request));
        }
    }

    private static void CheckRunning(RetryRequest request)
    {
        if (!request.IsRunning)
        {
            throw new InvalidOperationException(request.IsDone ? "The request is done." : "The request does not run.");
        }
    }
}
