using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3003TwoLocks;

public sealed class TwoEnds
{
    private readonly object _inLock = new object();
    private readonly object _outLock = new object();
    private List<int> _in = new List<int>();
    private readonly Queue<int> _out = new Queue<int>();

    public void Put(int item)
    {
        lock (_inLock)
        {
            _in.Add(item);
        }
    }

    public void Move()
    {
        List<int> batch;
        lock (_inLock)
        {
            batch = _in;
            _in = new List<int>();
        }

        lock (_outLock)
        {
            foreach (int item in batch)
            {
                _out.Enqueue(item);
            }
        }
    }

    public bool TryTake(out int item)
    {
        lock (_outLock)
        {
            return _out.TryDequeue(out item);
        }
    }
}
