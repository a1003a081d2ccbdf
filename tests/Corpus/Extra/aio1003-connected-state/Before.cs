using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio1003ConnectedState.Before;

public sealed class PeerLink
{
    private enum LinkState
    {
        Idle,
        Connecting,
        Connected,
    }

    private readonly Func<CancellationToken, Task<(Stream Stream, int FrameLimit)>> _dial;
    private volatile LinkState _state;
    private Stream _stream;
    private int _frameLimit;

    public PeerLink(Func<CancellationToken, Task<(Stream Stream, int FrameLimit)>> dial) => _dial = dial;

    private bool IsConnected => _state == LinkState.Connected;

    public async Task ConnectAsync(CancellationToken stop)
    {
        _state = LinkState.Connecting;
        var (stream, limit) = await _dial(stop).ConfigureAwait(false);
        _state = LinkState.Connected;
        _frameLimit = limit;
        _stream = stream;
    }

    /// <summary>Called from any thread while the connection is being made.</summary>
    public bool TrySend(byte[] frame)
    {
        if (!IsConnected || frame.Length > _frameLimit)
        {
            return false;
        }

        Stream stream = _stream;
        lock (stream)
        {
            stream.Write(frame, 0, frame.Length);
        }

        return true;
    }
}
