using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio2007SweptPlans.Before;

public interface IQueryPlan
{
    string CommandText { get; }
    int EstimatedRows { get; }
}

public sealed class PlanCache : IDisposable
{
    private sealed class Entry
    {
        private long _lastUsed;

        public Entry(IQueryPlan plan, long now)
        {
            Plan = plan;
            _lastUsed = now;
        }

        public IQueryPlan Plan { get; }

        public long LastUsed => Volatile.Read(ref _lastUsed);

        public void Touch(long now) => Volatile.Write(ref _lastUsed, now);
    }

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Func<string, IQueryPlan> _compiler;
    private readonly long _maxIdleMilliseconds;
    private readonly Timer _sweeper;

    public PlanCache(Func<string, IQueryPlan> compiler, TimeSpan maxIdle)
    {
        _compiler = compiler ?? throw new ArgumentNullException(nameof(compiler));
        _maxIdleMilliseconds = (long)maxIdle.TotalMilliseconds;
        _sweeper = new Timer(static state => ((PlanCache)state).Sweep(), this, maxIdle, maxIdle);
    }

    public int Count => _entries.Count;

    public IQueryPlan GetPlan(string sql)
    {
        long now = Environment.TickCount64;

        if (_entries.ContainsKey(sql))
        {
            Entry hit = _entries[sql];
            hit.Touch(now);
            return hit.Plan;
        }

        Entry entry = _entries.GetOrAdd(sql, static (text, arg) => new Entry(arg.Compiler(text), arg.Now), (Compiler: _compiler, Now: now));
        entry.Touch(now);
        return entry.Plan;
    }

    public bool Evict(string sql) => _entries.TryRemove(sql, out _);

    private void Sweep()
    {
        long limit = Environment.TickCount64 - _maxIdleMilliseconds;

        foreach (KeyValuePair<string, Entry> pair in _entries)
        {
            if (pair.Value.LastUsed < limit)
            {
                _entries.TryRemove(pair);
            }
        }
    }

    public void Dispose()
    {
        _sweeper.Dispose();
        _entries.Clear();
    }
}
