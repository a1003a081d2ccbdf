using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3007LockedSetup;

public sealed class Counter
{
    private readonly object _sync = new object();
    private readonly Dictionary<string, long> _sums = new Dictionary<string, long>();

    internal void Add(string key, long value)
    {
        lock (_sync)
        {
            _sums.TryGetValue(key, out long sum);
            _sums[key] = sum + value;
        }
    }

    internal long Get(string key)
    {
        lock (_sync)
        {
            return _sums.TryGetValue(key, out long sum) ? sum : 0;
        }
    }
}

public sealed class Counters
{
    private readonly ConcurrentDictionary<string, Counter> _counters = new ConcurrentDictionary<string, Counter>();

    public void Open(string name)
    {
        var counter = new Counter();
        if (_counters.TryAdd(name, counter))
        {
            counter.Add("opened", 1);
        }
    }

    public long Read(string name, string key) => _counters.TryGetValue(name, out Counter counter) ? counter.Get(key) : 0;
}
