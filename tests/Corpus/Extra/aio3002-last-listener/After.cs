using System;
using System.Threading;

namespace Corpus.Extra.Aio3002LastListener.After;

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
        Interlocked.Increment(ref _listeners);
        Update();
    }

    public void RemoveListener()
    {
        Interlocked.Decrement(ref _listeners);
        Update();
    }

    private void Update()
    {
        lock (_gate)
        {
            if (Volatile.Read(ref _listeners) > 0)
            {
                if (_timer == null)
                {
                    _timer = new Timer(_ => _sample(), null, _period, _period);
                    _started++;
                }
            }
            else
            {
                _timer?.Dispose();
                _timer = null;
            }
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
