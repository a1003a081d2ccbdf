using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2003HalfClosed.After;

public interface IFrameWriter
{
    ValueTask WriteDataAsync(int streamId, ReadOnlyMemory<byte> data, bool endStream);
    ValueTask WriteResetAsync(int streamId, int errorCode);
}

public sealed class Http2Connection
{
    private readonly ConcurrentDictionary<int, Http2Stream> _streams = new ConcurrentDictionary<int, Http2Stream>();
    private readonly IFrameWriter _writer;

    public Http2Connection(IFrameWriter writer) => _writer = writer;

    public int ActiveStreams => _streams.Count;

    public Http2Stream Open(int streamId)
    {
        Http2Stream stream = new Http2Stream(this, _writer, streamId);
        if (!_streams.TryAdd(streamId, stream))
            throw new InvalidOperationException("Stream " + streamId + " exists already.");
        return stream;
    }

    public void OnEndStream(int streamId)
    {
        if (_streams.TryGetValue(streamId, out Http2Stream stream))
            stream.OnRemoteEnd();
    }

    public void OnReset(int streamId)
    {
        if (_streams.TryGetValue(streamId, out Http2Stream stream))
            stream.OnRemoteReset();
    }

    internal void Retire(int streamId) => _streams.TryRemove(streamId, out _);
}

public sealed class Http2Stream
{
    private const int LocalClosed = 1;
    private const int RemoteClosed = 2;
    private const int Aborted = 4;
    private const int BothClosed = LocalClosed | RemoteClosed;

    private readonly Http2Connection _connection;
    private readonly IFrameWriter _writer;
    private volatile int _state;

    internal Http2Stream(Http2Connection connection, IFrameWriter writer, int id)
    {
        _connection = connection;
        _writer = writer;
        Id = id;
    }

    public int Id { get; }

    public bool IsClosed => (_state & BothClosed) == BothClosed;

    public bool IsAborted => (_state & Aborted) != 0;

    public async Task WriteAsync(ReadOnlyMemory<byte> data, bool endStream)
    {
        if ((_state & LocalClosed) != 0)
            throw new InvalidOperationException("The sending side is closed.");

        await _writer.WriteDataAsync(Id, data, endStream).ConfigureAwait(false);
        if (endStream)
            Mark(LocalClosed);
    }

    public async Task ResetAsync(int errorCode)
    {
        Mark(BothClosed | Aborted);
        await _writer.WriteResetAsync(Id, errorCode).ConfigureAwait(false);
    }

    internal void OnRemoteEnd() => Mark(RemoteClosed);

    internal void OnRemoteReset() => Mark(BothClosed | Aborted);

    private void Mark(int bits)
    {
        int before = Interlocked.Or(ref _state, bits);
        int after = before | bits;
        if ((before & BothClosed) != BothClosed && (after & BothClosed) == BothClosed)
            _connection.Retire(Id);
    }
}
