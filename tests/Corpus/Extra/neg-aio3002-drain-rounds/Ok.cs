using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3002DrainRounds;

public sealed class Batcher
{
    private readonly object _lock = new object();
    private readonly List<int> _pending = new List<int>();

    public void Add(int value)
    {
        lock (_lock)
        {
            _pending.Add(value);
        }
    }

    public int Drain(Action<int[]> sink)
    {
        int total = 0;
        while (true)
        {
            int[] batch;
            lock (_lock)
            {
                if (_pending.Count == 0)
                {
                    return total;
                }

                batch = _pending.ToArray();
                _pending.Clear();
            }

            sink(batch);
            total += batch.Length;
        }
    }
}
