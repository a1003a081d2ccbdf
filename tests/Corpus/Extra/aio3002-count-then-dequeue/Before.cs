using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002CountThenDequeue.Before;

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
        if (_pages.Count > 0)
        {
            lock (_lock)
            {
                return _pages.Dequeue();
            }
        }

        return null;
    }
}
