using System;
using System.Threading;

namespace Corpus.Extra.NegAio2005ReaderLoop;

public sealed class RequestBody
{
    private readonly object _gate = new object();
    private long? _remaining;
    private bool _isAborted;
    private int _buffered;

    public RequestBody(long? length) => _remaining = length;

    public int Buffered
    {
        get
        {
            lock (_gate)
                return _buffered;
        }
    }

    /// <summary>For the connection's reader.</summary>
    public long? Remaining => _remaining;

    /// <summary>Called by the connection's reader, frame by frame.</summary>
    public void OnData(ReadOnlySpan<byte> data, bool isLast)
    {
        lock (_gate)
        {
            if (!_isAborted)
                _buffered += data.Length;
            if (_remaining.HasValue)
                _remaining -= data.Length;
        }

        if (isLast)
            OnEnd();
    }

    /// <summary>Called by the connection's reader too.</summary>
    public void OnEnd()
    {
        if (Remaining > 0)
            throw new InvalidOperationException("The body is too short.");
    }

    public void Abort()
    {
        lock (_gate)
            _isAborted = true;
    }
}
