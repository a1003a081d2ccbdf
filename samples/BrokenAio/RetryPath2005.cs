// Linux, July 2005: "aio: fix races in callback path".
// The waking thread takes the entry off the wait list and then kicks the request; the retrying thread, in between, finds the list empty and kicks it too.
// The request runs twice, may be complete (and gone) when the late kick arrives, or waits again on a list that the late kick does not expect.

using System.Collections.Generic;
using System.Threading;

namespace BrokenAio.RetryPath;

public sealed class Request
{
    internal readonly List<object> WaitList = new();
    internal int Kicked;
    internal bool Queued;
}

public sealed class RetryContext
{
    private readonly object _contextLock = new();
    private readonly Queue<Request> _runList = new();
    private readonly SemaphoreSlim _worker = new(0);

    /// <summary>aio_run_iocb(), on its way to a retry that has to wait.</summary>
    public void WaitOn(Request request, object source)
    {
        lock (_contextLock)
        {
            request.WaitList.Add(source);
        }
    }

    /// <summary>aio_wake_function(): the thread on which the awaited thing happened.</summary>
    public void Wake(Request request, object source)
    {
        lock (request.WaitList)
        {
            request.WaitList.Remove(source);
        }

        Kick(request);
    }

    /// <summary>aio_run_iocb(): the thread that ran the request and got "retry" from it.</summary>
    public void FinishRetry(Request request)
    {
        // An additional retry, so that a short read that queued no wait does not wait for ever.
        if (request.WaitList.Count == 0)
        {
            Interlocked.Exchange(ref request.Kicked, 1);
        }

        bool run = false;
        lock (_contextLock)
        {
            request.Queued = false;
            if (Volatile.Read(ref request.Kicked) != 0)
            {
                run = Queue(request);
            }
        }

        if (run)
        {
            _worker.Release();
        }
    }

    public Request? Next(CancellationToken stop)
    {
        _worker.Wait(stop);
        lock (_contextLock)
        {
            if (!_runList.TryDequeue(out Request? request))
            {
                return null;
            }

            Volatile.Write(ref request.Kicked, 0);
            return request;
        }
    }

    /// <summary>kick_iocb().</summary>
    private void Kick(Request request)
    {
        if (Interlocked.Exchange(ref request.Kicked, 1) != 0)
        {
            return;
        }

        bool run;
        lock (_contextLock)
        {
            run = Queue(request);
        }

        if (run)
        {
            _worker.Release();
        }
    }

    private bool Queue(Request request)
    {
        if (request.Queued)
        {
            return false;
        }

        request.Queued = true;
        _runList.Enqueue(request);
        return true;
    }
}
