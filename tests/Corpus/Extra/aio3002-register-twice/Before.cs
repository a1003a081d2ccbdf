using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002RegisterTwice.Before;

public sealed class CounterSet
{
    private readonly object _gate = new object();
    private readonly Dictionary<string, int[]> _counters = new Dictionary<string, int[]>();

    public void Increment(string name)
    {
        if (!_counters.ContainsKey(name))
        {
            lock (_gate)
            {
                _counters.Add(name, new int[1]);
            }
        }

        lock (_gate)
        {
            _counters[name][0]++;
        }
    }

    public int Read(string name)
    {
        lock (_gate)
        {
            return _counters.TryGetValue(name, out int[] cell) ? cell[0] : 0;
        }
    }
}
