using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002DueAskedByMethod.After;

public sealed class ScheduledJob
{
    public ScheduledJob(string id, DateTime dueUtc, Action body)
    {
        Id = id;
        DueUtc = dueUtc;
        Body = body;
    }

    public string Id { get; }
    public DateTime DueUtc { get; }
    public Action Body { get; }
}

public sealed class JobScheduler : IDisposable
{
    private readonly object _queueLock = new object();
    private readonly PriorityQueue<ScheduledJob, DateTime> _queue = new PriorityQueue<ScheduledJob, DateTime>();
    private readonly ManualResetEventSlim _stop = new ManualResetEventSlim();
    private readonly Thread[] _workers;

    public JobScheduler(int workers)
    {
        _workers = new Thread[workers];
        for (int i = 0; i < workers; i++)
            _workers[i] = new Thread(Work) { IsBackground = true };
        foreach (Thread worker in _workers)
            worker.Start();
    }

    public event Action<ScheduledJob, Exception> JobFailed;

    public void Schedule(ScheduledJob job)
    {
        lock (_queueLock)
            _queue.Enqueue(job, job.DueUtc);
    }

    public bool TryTakeDue(DateTime now, out ScheduledJob job)
    {
        lock (_queueLock)
        {
            if (_queue.TryPeek(out job, out DateTime due) && due <= now)
            {
                _queue.Dequeue();
                return true;
            }
        }
        job = null;
        return false;
    }

    public bool HasDue(DateTime now)
    {
        lock (_queueLock)
            return _queue.TryPeek(out _, out DateTime due) && due <= now;
    }

    public void Dispose()
    {
        _stop.Set();
        foreach (Thread worker in _workers)
            worker.Join();
        _stop.Dispose();
    }

    private void Work()
    {
        while (!_stop.Wait(200))
        {
            while (TryTakeDue(DateTime.UtcNow, out ScheduledJob job))
            {
                Run(job);
            }
        }
    }

    private void Run(ScheduledJob job)
    {
        try
        {
            job.Body();
        }
        catch (Exception ex)
        {
            JobFailed?.Invoke(job, ex);
        }
    }
}
