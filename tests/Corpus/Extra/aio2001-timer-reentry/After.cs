using System;
using System.Threading;

namespace Corpus.Extra.Aio2001TimerReentry.After;

public sealed class MailboxPoller : IDisposable
{
    private readonly Func<int> _fetch;
    private readonly Timer _timer;
    private int _polling;
    private long _fetched;

    public MailboxPoller(Func<int> fetch, TimeSpan period)
    {
        _fetch = fetch;
        _timer = new Timer(OnTick, null, period, period);
    }

    public long Fetched => Interlocked.Read(ref _fetched);

    private void OnTick(object state)
    {
        if (Interlocked.CompareExchange(ref _polling, 1, 0) != 0)
        {
            return;
        }

        try
        {
            Interlocked.Add(ref _fetched, _fetch());
        }
        finally
        {
            Volatile.Write(ref _polling, 0);
        }
    }

    public void Dispose() => _timer.Dispose();
}
