using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3001LateToken.Before;

public sealed class Poller
{
    private readonly object _gate = new object();
    private readonly Func<CancellationToken, Task> _poll;
    private CancellationTokenSource _session;

    public Poller(Func<CancellationToken, Task> poll) => _poll = poll;

    public bool IsRunning
    {
        get
        {
            lock (_gate)
                return _session != null;
        }
    }

    public void Start()
    {
        lock (_gate)
        {
            if (_session != null)
                return;
            _session = new CancellationTokenSource();
            Task.Run(() => RunAsync(_session.Token));
        }
    }

    public void Stop()
    {
        lock (_gate)
        {
            _session?.Cancel();
            _session = null;
        }
    }

    private async Task RunAsync(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
            await _poll(token).ConfigureAwait(false);
    }
}
