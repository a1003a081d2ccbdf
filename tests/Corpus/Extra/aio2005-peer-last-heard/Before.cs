using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2005PeerLastHeard.Before;

public sealed class PeerHealth
{
    private readonly Func<CancellationToken, Task> _receive;
    private readonly Action _lost;

    public PeerHealth(Func<CancellationToken, Task> receive, Action lost)
    {
        _receive = receive;
        _lost = lost;
        LastHeard = DateTimeOffset.UtcNow;
    }

    public DateTimeOffset LastHeard { get; private set; }

    public void Start(CancellationToken stop)
    {
        _ = Task.Run(() => ReceiveLoop(stop), stop);
        _ = Task.Run(() => MonitorLoop(stop), stop);
    }

    private async Task ReceiveLoop(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await _receive(stop).ConfigureAwait(false);
            LastHeard = DateTimeOffset.UtcNow;
        }
    }

    private async Task MonitorLoop(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(1000, stop).ConfigureAwait(false);
            if (DateTimeOffset.UtcNow - LastHeard > TimeSpan.FromSeconds(30))
            {
                _lost();
                return;
            }
        }
    }
}
