using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio2003StatsStruct;

public struct CacheCounters
{
    public long Hits;
    public long Misses;
    public long Evictions;
}

public sealed class CountedCache<TKey, TValue> where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _map = new();
    private readonly Func<TKey, TValue> _load;
    private CacheCounters _counters;

    public CountedCache(Func<TKey, TValue> load) => _load = load;

    public TValue Get(TKey key)
    {
        if (_map.TryGetValue(key, out TValue value))
        {
            Interlocked.Increment(ref _counters.Hits);
            return value;
        }

        Interlocked.Increment(ref _counters.Misses);
        return _map.GetOrAdd(key, _load);
    }

    public bool Evict(TKey key)
    {
        bool removed = _map.TryRemove(key, out _);
        if (removed)
        {
            Interlocked.Increment(ref _counters.Evictions);
        }

        return removed;
    }

    public override string ToString() =>
        $"hits {_counters.Hits}, misses {_counters.Misses}, evictions {_counters.Evictions}, ratio {Ratio():P1}";

    private double Ratio()
    {
        long total = _counters.Hits + _counters.Misses;
        return total == 0 ? 0 : (double)_counters.Hits / total;
    }
}
