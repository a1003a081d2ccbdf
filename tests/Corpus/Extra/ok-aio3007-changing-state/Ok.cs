using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3007ChangingState;

public sealed class Peer
{
    public readonly string Name;
    public long LastSeen;

    public Peer(string name) => Name = name;
}

public sealed class Peers
{
    private readonly ConcurrentDictionary<string, Peer> _peers = new ConcurrentDictionary<string, Peer>();

    public void Join(string name, long now)
    {
        var peer = new Peer(name);
        _peers[name] = peer;
        Volatile.Write(ref peer.LastSeen, now);
    }

    public void Seen(string name, long now)
    {
        if (_peers.TryGetValue(name, out Peer peer))
        {
            Volatile.Write(ref peer.LastSeen, now);
        }
    }

    public bool IsStale(string name, long now) => _peers.TryGetValue(name, out Peer peer) && now - Volatile.Read(ref peer.LastSeen) > 1000;
}
