using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2005PeerHeartbeat.After;

public interface ITransport
{
    ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken token);
    void Abort(string reason);
}

public sealed class PeerConnection
{
    private readonly ITransport _transport;
    private long _lastSeenTicks;

    public PeerConnection(string peer, ITransport transport, DateTimeOffset now)
    {
        Peer = peer;
        _transport = transport;
        _lastSeenTicks = now.UtcTicks;
    }

    public string Peer { get; }

    public DateTimeOffset LastSeen => new DateTimeOffset(Volatile.Read(ref _lastSeenTicks), TimeSpan.Zero);

    public async Task ReceiveLoopAsync(TimeProvider clock, Func<ReadOnlyMemory<byte>, ValueTask> handler, CancellationToken token)
    {
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = await _transport.ReceiveAsync(buffer, token).ConfigureAwait(false)) > 0)
        {
            Volatile.Write(ref _lastSeenTicks, clock.GetLocalNow().UtcTicks);
            await handler(buffer.AsMemory(0, read)).ConfigureAwait(false);
        }
    }

    public void Abort(string reason) => _transport.Abort(reason);
}

public sealed class PeerTable : IDisposable
{
    private readonly ConcurrentDictionary<string, PeerConnection> _peers = new ConcurrentDictionary<string, PeerConnection>();
    private readonly TimeProvider _clock;
    private readonly TimeSpan _timeout;
    private readonly ITimer _sweep;

    public PeerTable(TimeProvider clock, TimeSpan timeout)
    {
        _clock = clock;
        _timeout = timeout;
        _sweep = clock.CreateTimer(static state => ((PeerTable)state).Sweep(), this, timeout, timeout);
    }

    public async Task RunAsync(string peer, ITransport transport, Func<ReadOnlyMemory<byte>, ValueTask> handler, CancellationToken token)
    {
        PeerConnection connection = new PeerConnection(peer, transport, _clock.GetLocalNow());
        if (!_peers.TryAdd(peer, connection))
            throw new InvalidOperationException("Peer " + peer + " is connected already.");

        try
        {
            await connection.ReceiveLoopAsync(_clock, handler, token).ConfigureAwait(false);
        }
        finally
        {
            _peers.TryRemove(new KeyValuePair<string, PeerConnection>(peer, connection));
        }
    }

    private void Sweep()
    {
        DateTimeOffset now = _clock.GetLocalNow();
        foreach (KeyValuePair<string, PeerConnection> pair in _peers)
        {
            if (now - pair.Value.LastSeen > _timeout)
                pair.Value.Abort("heartbeat timeout");
        }
    }

    public void Dispose() => _sweep.Dispose();
}
