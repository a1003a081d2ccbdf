using System;
using System.Collections.Generic;

namespace Corpus.Extra.OkLruCache;

public sealed class LruCache<TKey, TValue>
{
    private struct Entry
    {
        public TKey Key;
        public TValue Value;
        public int Newer;
        public int Older;
    }

    private readonly Dictionary<TKey, int> _index;
    private readonly Entry[] _entries;
    private int _newest = -1;
    private int _oldest = -1;
    private int _count;

    public LruCache(int capacity)
    {
        _entries = new Entry[capacity];
        _index = new Dictionary<TKey, int>(capacity);
    }

    public int Count => _count;

    public TValue GetOrAdd(TKey key, Func<TKey, TValue> create)
    {
        if (_index.TryGetValue(key, out int at))
        {
            Unlink(at);
            LinkNewest(at);
            return _entries[at].Value;
        }

        at = _count < _entries.Length ? _count++ : Evict();
        _index[key] = at;
        LinkNewest(at);
        ref Entry entry = ref _entries[at];
        entry.Key = key;
        entry.Value = create(key);
        return entry.Value;
    }

    private int Evict()
    {
        int at = _oldest;
        Unlink(at);
        _index.Remove(_entries[at].Key);
        return at;
    }

    private void LinkNewest(int at)
    {
        _entries[at].Newer = -1;
        _entries[at].Older = _newest;
        if (_newest >= 0)
        {
            _entries[_newest].Newer = at;
        }

        _newest = at;
        if (_oldest < 0)
        {
            _oldest = at;
        }
    }

    private void Unlink(int at)
    {
        int newer = _entries[at].Newer;
        int older = _entries[at].Older;
        if (newer >= 0) _entries[newer].Older = older; else _newest = older;
        if (older >= 0) _entries[older].Newer = newer; else _oldest = newer;
    }
}
