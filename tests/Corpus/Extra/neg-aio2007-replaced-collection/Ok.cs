using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio2007ReplacedCollection;

public sealed class PoolGroup
{
    private ConcurrentDictionary<string, IDisposable> _pools = new ConcurrentDictionary<string, IDisposable>();

    public IDisposable GetOrAdd(string user, Func<string, IDisposable> create)
    {
        lock (this)
        {
            return _pools.GetOrAdd(user, create);
        }
    }

    public int Clear()
    {
        ConcurrentDictionary<string, IDisposable> old = null;
        lock (this)
        {
            if (_pools.Count > 0)
            {
                old = _pools;
                _pools = new ConcurrentDictionary<string, IDisposable>();
            }
        }

        if (old != null)
        {
            foreach (KeyValuePair<string, IDisposable> pool in old)
                pool.Value.Dispose();
        }

        return _pools.Count;
    }

    public void Prune(Func<IDisposable, bool> isIdle)
    {
        lock (this)
        {
            var kept = new ConcurrentDictionary<string, IDisposable>();
            foreach (KeyValuePair<string, IDisposable> pool in _pools)
            {
                if (isIdle(pool.Value))
                    pool.Value.Dispose();
                else
                    kept[pool.Key] = pool.Value;
            }

            _pools = kept;
        }
    }
}
