using System;
using System.Threading;

namespace Corpus.Extra.Aio3002LastListener.Before;

public sealed class MetricsFeed : IDisposable
{
    private readonly object _gate = new object();
    private readonly Action _sample;
    private readonly TimeSpan _period;
    private int _listeners;
    private Timer _timer;
    private long _started;

    public MetricsFeed(Action sample, TimeSpan period)
    {
        _sample = sample;
        _period = period;
    }

    public long Started => Volatile.Read(ref _started);

    public void AddListener()
    {
        if (Interlocked.Increment(ref _listeners) == 1)
            Start();
    }

    public void RemoveListener()
    {
        if (Interlocked.Decrement(ref _listeners) == 0)
            Stop();
    }

    private void Start()
    {
        lock (_gate)
        {
            _timer ??= new Timer(_ => _sample(), null, _period, _period);
            _started++;
        }
    }

    private void Stop()
    {
        lock (_gate)
        {
            _timer?.Dispose();
            _timer = null;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _timer?.Dispose();
            _timer = null;
        }
    }
}
