using System;
using System.Threading;

namespace Corpus.Extra.Aio2007TimerPing.Before;

public sealed class KeepAlive
{
    private readonly Timer _timer;
    private IPing _client;

    public KeepAlive(TimeSpan period) => _timer = new Timer(OnTick, null, period, period);

    public void Use(IPing client) => _client = client;

    public void Stop()
    {
        _timer.Change(Timeout.Infinite, Timeout.Infinite);
        _client = null;
    }

    private void OnTick(object state)
    {
        if (_client != null)
        {
            _client.Ping();
        }
    }

    public interface IPing
    {
        void Ping();
    }
}
