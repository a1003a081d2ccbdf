using System;
using System.Threading;

namespace Corpus.Extra.NegAio3005BusyToldByNot;

public sealed class Snapshotter : IDisposable
{
    private readonly object _gate = new object();
    private readonly Action _save;
    private readonly Timer _timer;

    public Snapshotter(Action save, TimeSpan period)
    {
        _save = save;
        _timer = new Timer(OnTimer, null, period, period);
    }

    public void SaveNow()
    {
        lock (_gate)
            _save();
    }

    public void Dispose() => _timer.Dispose();

    private void OnTimer(object state)
    {
        bool isBusy = !Monitor.TryEnter(_gate);
        if (isBusy)
            return;
        try
        {
            _save();
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }
}
