using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio2002WakeTestClear.After;

public sealed class EventLoop
{
    private readonly ConcurrentQueue<Action> _posted = new ConcurrentQueue<Action>();
    private readonly AutoResetEvent _signal = new AutoResetEvent(false);
    private int _woken;

    public void Post(Action action)
    {
        _posted.Enqueue(action);
        if (Interlocked.Exchange(ref _woken, 1) == 0)
        {
            _signal.Set();
        }
    }

    public void Run(CancellationToken stop)
    {
        using var registration = stop.Register(() => _signal.Set());
        while (!stop.IsCancellationRequested)
        {
            _signal.WaitOne();
            if (Interlocked.Exchange(ref _woken, 0) != 0)
            {
                RunPosted();
            }
        }
    }

    private void RunPosted()
    {
        while (_posted.TryDequeue(out Action action))
        {
            action();
        }
    }
}
