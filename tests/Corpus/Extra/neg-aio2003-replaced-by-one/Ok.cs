using System;
using System.Collections.Immutable;
using System.Threading;

namespace Corpus.Extra.NegAio2003ReplacedByOne;

public sealed class PeerTable
{
    private readonly object _gate = new object();
    private readonly Thread _gossip;
    private readonly Func<string> _receive;
    private volatile ImmutableDictionary<string, DateTime> _seen = ImmutableDictionary<string, DateTime>.Empty;
    private volatile ImmutableHashSet<string> _banned = ImmutableHashSet<string>.Empty;

    public PeerTable(Func<string> receive)
    {
        _receive = receive;
        _gossip = new Thread(Receive) { IsBackground = true };
    }

    public void Start() => _gossip.Start();

    public bool IsAlive(string peer) => _seen.TryGetValue(peer, out DateTime at) && at > DateTime.UtcNow.AddMinutes(-1);

    public bool IsBanned(string peer) => _banned.Contains(peer);

    public void Ban(string peer)
    {
        lock (_gate)
        {
            _banned = _banned.Add(peer);
        }
    }

    public void Pardon(string peer)
    {
        lock (_gate)
        {
            _banned = _banned.Remove(peer);
        }
    }

    private void Receive()
    {
        for (string peer = _receive(); peer != null; peer = _receive())
            _seen = _seen.SetItem(peer, DateTime.UtcNow);
    }
}
