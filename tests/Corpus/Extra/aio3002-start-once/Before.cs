using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002StartOnce.Before;

public sealed class Pump
{
    private readonly object _sync = new object();
    private readonly Queue<Action> _work = new Queue<Action>();
    private bool _started;

    public void Start()
    {
        if (_started)
        {
            return;
        }

        lock (_sync)
        {
            _started = true;
            new Thread(Run) { IsBackground = true }.Start();
        }
    }

    public void Post(Action action)
    {
        lock (_sync)
        {
            if (!_started)
            {
                throw new InvalidOperationException();
            }

            _work.Enqueue(action);
        }
    }

    private void Run()
    {
        while (true)
        {
            Action next = null;
            lock (_sync)
            {
                if (_work.Count > 0)
                {
                    next = _work.Dequeue();
                }
            }

            next?.Invoke();
        }
    }
}
