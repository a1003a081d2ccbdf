using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005RetakenAndKept.Before;

public sealed class Dispatcher
{
    private readonly object _sync = new object();
    private readonly Queue<Action> _jobs = new Queue<Action>();
    private bool _isOpen = true;

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
        Monitor.Enter(_sync);
        if (_isOpen)
        {
            Monitor.Exit(_sync);
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
