using System;
using System.Threading;

namespace Corpus.Extra.NegAio3005ClaimKeptWhenClosed;

public interface IFeed
{
    bool TryRead(out string item);
}

public sealed class FeedPoller : IDisposable
{
    private readonly IFeed _feed;
    private readonly Action<string> _onItem;
    private readonly Timer _timer;
    private volatile bool _isClosed;
    private int _polling;

    public FeedPoller(IFeed feed, Action<string> onItem)
    {
        _feed = feed;
        _onItem = onItem;
        _timer = new Timer(_ => Poll(), null, Timeout.Infinite, Timeout.Infinite);
        _timer.Change(1000, 1000);
    }

    public bool Poll()
    {
        if (Interlocked.CompareExchange(ref _polling, 1, 0) != 0)
            return false;

        if (_isClosed)
            return false;

        try
        {
            while (_feed.TryRead(out string item))
                _onItem(item);
            return true;
        }
        finally
        {
            Volatile.Write(ref _polling, 0);
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        _timer.Dispose();
    }
}
