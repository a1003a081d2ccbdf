using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Neg3005ClaimHandedOn;

public sealed class Pump
{
    private readonly ConcurrentQueue<Action> _work = new ConcurrentQueue<Action>();
    private readonly Func<WaitCallback, bool> _schedule;
    private int _running;
    private int _connecting;

    public Pump(Func<WaitCallback, bool> schedule) => _schedule = schedule;

    public void Post(Action action)
    {
        _work.Enqueue(action);
        if (Interlocked.CompareExchange(ref _running, 1, 0) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(Run, null);
        }
    }

    public bool TryConnect(Action connect)
    {
        if (Interlocked.CompareExchange(ref _connecting, 1, 0) != 0)
        {
            return false;
        }

        try
        {
            connect();
            return true;
        }
        finally
        {
            Volatile.Write(ref _connecting, 0);
        }
    }

    private void Run(object state)
    {
        try
        {
            while (_work.TryDequeue(out Action action))
            {
                action();
            }
        }
        finally
        {
            Interlocked.Exchange(ref _running, 0);
            if (!_work.IsEmpty && Interlocked.CompareExchange(ref _running, 1, 0) == 0)
            {
                ThreadPool.UnsafeQueueUserWorkItem(Run, null);
            }
        }
    }
}
