using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio2003TwoLocks.After;

public sealed class SessionTotals
{
    private readonly object _openGate = new();
    private readonly object _idleGate = new();
    private readonly Dictionary<int, long> _open = new();
    private readonly Queue<long> _idle = new();
    private long _total;

    public long Total => Volatile.Read(ref _total);

    public void Opened(int id, long size)
    {
        lock (_openGate)
        {
            _open[id] = size;
            Interlocked.Add(ref _total, size);
        }
    }

    public void Idle(long size)
    {
        lock (_idleGate)
        {
            _idle.Enqueue(size);
        }
    }

    public void Evict()
    {
        lock (_idleGate)
        {
            while (_idle.Count > 0)
            {
                Interlocked.Add(ref _total, -_idle.Dequeue());
            }
        }
    }
}
