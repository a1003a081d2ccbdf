using System;
using System.Threading;

namespace Corpus.Extra.Aio2001TimerReentry.Before;

public sealed class MailboxPoller : IDisposable
{
    private readonly Func<int> _fetch;
    private readonly Timer _timer;
    private bool _polling;
    private long _fetched;

    public MailboxPoller(Func<int> fetch, TimeSpan period)
    {
        _fetch = fetch;
        _timer = new Timer(OnTick, null, period, period);
    }

    public long Fetched => Interlocked.Read(ref _fetched);

    private void OnTick(object state)
    {
        if (_polling)
        {
            return;
        }

        _polling = true;
        try
        {
            Interlocked.Add(ref _fetched, _fetch());
        }
        finally
        {
            _polling = false;
        }
    }

    public void Dispose() => _timer.Dispose();
}
