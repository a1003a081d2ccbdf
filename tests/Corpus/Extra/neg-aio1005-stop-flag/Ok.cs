using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio1005StopFlag;

public sealed class Printer
{
    private readonly ConcurrentQueue<string> _jobs = new ConcurrentQueue<string>();
    private readonly SemaphoreSlim _ready = new SemaphoreSlim(0);
    private volatile bool _isStopped;

    public void Print(string job)
    {
        _jobs.Enqueue(job);
        _ready.Release();
    }

    public void Stop()
    {
        _isStopped = true;
        _ready.Release();
    }

    public void Run(Action<string> print)
    {
        while (true)
        {
            if (_jobs.TryDequeue(out string job))
                print(job);
            else if (_isStopped)
                return;
            else
                _ready.Wait();
        }
    }
}
