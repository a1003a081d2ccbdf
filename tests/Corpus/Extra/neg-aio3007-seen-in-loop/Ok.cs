using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3007SeenInLoop;

public sealed class Peer
{
    private long _seenAt;
    private string _state;

    public Peer(string state) => _state = state;

    public string State => _state;

    public long SeenAt => Interlocked.Read(ref _seenAt);

    public async Task ReceiveAsync(Func<Task<string>> receive)
    {
        string next;
        while ((next = await receive().ConfigureAwait(false)) != null)
        {
            Interlocked.Exchange(ref _seenAt, Environment.TickCount64);
            _state = next;
        }
    }
}

public sealed class Peers : IDisposable
{
    private readonly ConcurrentDictionary<string, Peer> _peers = new ConcurrentDictionary<string, Peer>();
    private readonly Timer _sweep;

    public Peers() => _sweep = new Timer(static s => ((Peers)s).Sweep(), this, 1000, 1000);

    public async Task RunAsync(string name, Func<Task<string>> receive)
    {
        var peer = new Peer("joining");
        if (!_peers.TryAdd(name, peer))
            return;
        try
        {
            await peer.ReceiveAsync(receive).ConfigureAwait(false);
        }
        finally
        {
            _peers.TryRemove(name, out _);
        }
    }

    public void Dispose() => _sweep.Dispose();

    private void Sweep()
    {
        foreach (var pair in _peers)
            Console.WriteLine(pair.Key + ": " + pair.Value.State.Length + ", " + pair.Value.SeenAt);
    }
}
