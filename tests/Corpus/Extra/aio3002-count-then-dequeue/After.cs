using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002CountThenDequeue.After;

public sealed class Spool
{
    private readonly object _lock = new object();
    private readonly Queue<byte[]> _pages = new Queue<byte[]>();

    public void Add(byte[] page)
    {
        lock (_lock)
        {
            _pages.Enqueue(page);
        }
    }

    public byte[] TryTake()
    {
        lock (_lock)
        {
            return _pages.Count > 0 ? _pages.Dequeue() : null;
        }
    }
}
