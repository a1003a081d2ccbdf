using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio2002CountLookedAt;

public sealed class Downloader
{
    private readonly ConcurrentStack<Uri> _links = new();
    private readonly Action<Uri> _get;
    private readonly SemaphoreSlim _signal = new(0);
    private int _queued;
    private int _asleep;

    public Downloader(Action<Uri> get) => _get = get;

    public void Add(Uri link)
    {
        _links.Push(link);
        Interlocked.Increment(ref _queued);
        if (Interlocked.CompareExchange(ref _asleep, 0, 1) == 1)
        {
            _signal.Release();
        }
    }

    public void Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            while (_links.TryPop(out Uri link))
            {
                Interlocked.Decrement(ref _queued);
                _get(link);
            }

            Interlocked.Exchange(ref _asleep, 1);
            if (Volatile.Read(ref _queued) != 0 && Interlocked.CompareExchange(ref _asleep, 0, 1) == 1)
            {
                continue;
            }

            _signal.Wait(stop);
        }
    }
}
