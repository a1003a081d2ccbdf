using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio2003FlagsInStruct.After;

internal struct StreamFlags
{
    public const int FinReceived = 1;
    public const int FinSent = 2;
    public const int Aborted = 4;
    public const int Drained = FinReceived | FinSent;

    private int _bits;

    public bool Has(int bit) => (Volatile.Read(ref _bits) & bit) != 0;

    public bool Complete(int bit)
    {
        int before = Interlocked.Or(ref _bits, bit);
        return (before & bit) == 0 && ((before | bit) & Drained) == Drained;
    }

    public void Mark(int bit)
    {
        Interlocked.Or(ref _bits, bit);
    }
}

public sealed class H2Stream
{
    private readonly H2Connection _connection;
    private StreamFlags _flags;
    private int _errorCode = -1;

    internal H2Stream(H2Connection connection, int id)
    {
        _connection = connection;
        Id = id;
    }

    public int Id { get; }

    public bool IsAborted => _flags.Has(StreamFlags.Aborted);

    public void OnDataFrame(ReadOnlySpan<byte> payload, bool endStream)
    {
        if (!IsAborted)
        {
            _connection.Account(payload.Length);
        }

        if (endStream && _flags.Complete(StreamFlags.FinReceived))
        {
            _connection.Remove(this);
        }
    }

    public void OnResponseFinished()
    {
        if (_flags.Complete(StreamFlags.FinSent))
        {
            _connection.Remove(this);
        }
    }

    public void Abort(int errorCode)
    {
        if (Interlocked.CompareExchange(ref _errorCode, errorCode, -1) != -1)
        {
            return;
        }

        _flags.Mark(StreamFlags.Aborted);
        _connection.SendReset(Id, errorCode);
    }
}

public sealed class H2Connection
{
    private readonly ConcurrentDictionary<int, H2Stream> _streams = new ConcurrentDictionary<int, H2Stream>();
    private readonly Action<int, int> _reset;
    private long _received;

    public H2Connection(Action<int, int> reset)
    {
        _reset = reset ?? throw new ArgumentNullException(nameof(reset));
    }

    public int ActiveStreams => _streams.Count;

    public long ReceivedBytes => Interlocked.Read(ref _received);

    public H2Stream Open(int id)
    {
        var stream = new H2Stream(this, id);
        if (!_streams.TryAdd(id, stream))
        {
            throw new InvalidOperationException("Stream id reused.");
        }

        return stream;
    }

    public void AbortAll(int errorCode)
    {
        foreach (H2Stream stream in _streams.Values)
        {
            stream.Abort(errorCode);
        }
    }

    internal void Account(int bytes) => Interlocked.Add(ref _received, bytes);

    internal void SendReset(int id, int errorCode) => _reset(id, errorCode);

    internal void Remove(H2Stream stream) => _streams.TryRemove(stream.Id, out _);
}
