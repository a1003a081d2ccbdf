using System;
using System.Threading;

namespace Corpus.Extra.Aio2003InFlight.After;

public sealed class Dispatcher
{
    private readonly ManualResetEventSlim _drained = new(true);
    private volatile int _inFlight;

    public void Submit(Action work)
    {
        _drained.Reset();
        Interlocked.Increment(ref _inFlight);
        ThreadPool.QueueUserWorkItem(_ => Run(work));
    }

    public void Drain() => _drained.Wait();

    private void Run(Action work)
    {
        work();
        if (Interlocked.Decrement(ref _inFlight) == 0)
        {
            _drained.Set();
        }
    }
}
