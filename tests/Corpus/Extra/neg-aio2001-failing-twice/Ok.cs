using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio2001FailingTwice;

public sealed class OutboundList
{
    private readonly Queue<(int Size, Action<Exception> Failed)> _entries = new();
    private long _pendingBytes;
    private bool _isFailing;

    public long PendingBytes => Volatile.Read(ref _pendingBytes);

    public void Add(int size, Action<Exception> failed)
    {
        _entries.Enqueue((size, failed));
        Interlocked.Add(ref _pendingBytes, size);
    }

    public void FailAll(Exception reason)
    {
        if (_isFailing)
            return;
        try
        {
            _isFailing = true;
            while (_entries.Count > 0)
            {
                (int size, Action<Exception> failed) = _entries.Dequeue();
                Interlocked.Add(ref _pendingBytes, -size);
                failed(reason);
            }
        }
        finally
        {
            _isFailing = false;
        }
    }
}
