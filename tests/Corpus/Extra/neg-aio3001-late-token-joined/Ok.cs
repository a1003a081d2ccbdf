using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3001LateTokenJoined;

public sealed class Poller
{
    private readonly object _gate = new object();
    private readonly Func<CancellationToken, Task> _poll;
    private CancellationTokenSource _session;
    private Thread _thread;

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
            _thread = new Thread(() => Run(_session.Token));
            _thread.Start();
        }
    }

    public void Stop()
    {
        lock (_gate)
        {
            if (_session == null)
                return;
            _session.Cancel();
            _thread.Join();
            _session = null;
        }
    }

    private void Run(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
            _poll(token).GetAwaiter().GetResult();
    }
}
