using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001DisposeDrains.Before;

public sealed class JobRunner : IDisposable
{
    private readonly object _gate = new object();
    private readonly Queue<Action> _jobs = new Queue<Action>();
    private readonly Thread _worker;
    private bool _stopping;

    public JobRunner()
    {
        _worker = new Thread(Work) { IsBackground = true };
        _worker.Start();
    }

    public void Post(Action job)
    {
        lock (_gate)
        {
            _jobs.Enqueue(job);
            Monitor.Pulse(_gate);
        }
    }

    private void Work()
    {
        while (true)
        {
            Action job;
            lock (_gate)
            {
                while (_jobs.Count == 0 && !_stopping)
                {
                    Monitor.Wait(_gate);
                }

                if (_stopping)
                {
                    return;
                }

                job = _jobs.Dequeue();
            }

            job();
        }
    }

    public void Dispose()
    {
        _jobs.Clear();
        lock (_gate)
        {
            _stopping = true;
            Monitor.PulseAll(_gate);
        }
    }
}
