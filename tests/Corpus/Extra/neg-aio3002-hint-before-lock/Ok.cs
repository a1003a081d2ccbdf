using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3002HintBeforeLock;

public sealed class DelayedWrites
{
    private readonly object _sync = new();
    private readonly Queue<(long Offset, byte[] Data)> _writes = new();
    private readonly Action<long, byte[]> _write;
    private int _count;

    public DelayedWrites(Action<long, byte[]> write) => _write = write;

    public void Add(long offset, byte[] data)
    {
        lock (_sync)
        {
            _writes.Enqueue((offset, data));
            Volatile.Write(ref _count, _writes.Count);
        }
    }

    public bool FlushOne()
    {
        if (Volatile.Read(ref _count) == 0)
        {
            return false;
        }

        (long Offset, byte[] Data) next;
        lock (_sync)
        {
            if (!_writes.TryDequeue(out next))
            {
                return false;
            }

            Volatile.Write(ref _count, _writes.Count);
        }

        _write(next.Offset, next.Data);
        return true;
    }
}
