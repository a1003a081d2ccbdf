using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004DisposeOnce;

public sealed class KeepAlive : IDisposable
{
    private Timer _timer;

    public void Start(TimerCallback tick)
    {
        var timer = new Timer(tick);
        if (Interlocked.CompareExchange(ref _timer, timer, null) != null)
        {
            timer.Dispose();
            return;
        }

        timer.Change(1000, 1000);
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _timer = null;
    }
}
