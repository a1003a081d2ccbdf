using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002RegisterTwice.After;

public sealed class CounterSet
{
    private readonly object _gate = new object();
    private readonly Dictionary<string, int[]> _counters = new Dictionary<string, int[]>();

    public void Increment(string name)
    {
        lock (_gate)
        {
            if (!_counters.ContainsKey(name))
            {
                _counters.Add(name, new int[1]);
            }

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
