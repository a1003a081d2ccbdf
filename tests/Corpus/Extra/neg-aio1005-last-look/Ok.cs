using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio1005LastLook;

public sealed class Printer
{
    private readonly ConcurrentQueue<string> _jobs = new ConcurrentQueue<string>();
    private readonly SemaphoreSlim _ready = new SemaphoreSlim(0);
    private volatile bool _isStopped;

    public bool Print(string job)
    {
        if (_isStopped)
            return false;
        _jobs.Enqueue(job);
        _ready.Release();
        if (_isStopped)
            _jobs.Clear();
        return true;
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
                break;
            else
                _ready.Wait();
        }

        while (_jobs.TryDequeue(out string last))
            print(last);
    }
}
