using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.OkTimerInterlocked;

public sealed class LeakWatch : IDisposable
{
    private readonly Func<long> _usage;
    private readonly Action<long> _alarm;
    private readonly Timer _timer;
    private readonly Queue<long> _history = new Queue<long>();
    private int _busy;
    private long _last;

    public LeakWatch(Func<long> usage, Action<long> alarm)
    {
        _usage = usage;
        _alarm = alarm;
        _timer = new Timer(OnTimer, null, 0, 250);
    }

    private void OnTimer(object state)
    {
        if (Interlocked.Exchange(ref _busy, 1) == 1)
        {
            return;
        }

        try
        {
            long now = _usage();
            _history.Enqueue(now - _last);
            _last = now;
            if (_history.Count > 60)
            {
                _history.Dequeue();
            }

            long growth = 0;
            foreach (long step in _history)
            {
                growth += step;
            }

            if (growth > 1 << 28)
            {
                _history.Clear();
                _alarm(growth);
            }
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    public void Dispose() => _timer.Dispose();
}
