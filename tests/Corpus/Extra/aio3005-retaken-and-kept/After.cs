using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005RetakenAndKept.After;

public sealed class Dispatcher
{
    private readonly object _sync = new object();
    private readonly Queue<Action> _jobs = new Queue<Action>();
    private bool _isOpen = true;

    public bool IsOpen { get; private set; } = true;

    public void Post(Action job)
    {
        lock (_sync)
        {
            _jobs.Enqueue(job);
        }
    }

    public void RunOne()
    {
        Monitor.Enter(_sync);
        if (!_jobs.TryDequeue(out Action job))
        {
            Monitor.Exit(_sync);
            return;
        }

        Monitor.Exit(_sync);
        job();
        lock (_sync)
        {
            IsOpen = _isOpen;
        }
    }

    public void Close()
    {
        lock (_sync)
        {
            _isOpen = false;
        }
    }
}
