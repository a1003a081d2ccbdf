using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001OrderAmongReaders.Before;

internal static class LockScopes
{
    public static Reading Read(this ReaderWriterLockSlim rw)
    {
        rw.EnterReadLock();
        return new Reading(rw);
    }

    public static Writing Write(this ReaderWriterLockSlim rw)
    {
        rw.EnterWriteLock();
        return new Writing(rw);
    }

    public readonly struct Reading : IDisposable
    {
        private readonly ReaderWriterLockSlim _rw;

        public Reading(ReaderWriterLockSlim rw) => _rw = rw;

        public void Dispose() => _rw.ExitReadLock();
    }

    public readonly struct Writing : IDisposable
    {
        private readonly ReaderWriterLockSlim _rw;

        public Writing(ReaderWriterLockSlim rw) => _rw = rw;

        public void Dispose() => _rw.ExitWriteLock();
    }
}

public sealed class LruIndex<TKey, TValue> where TKey : notnull
{
    private readonly int _capacity;
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = new();
    private readonly LinkedList<(TKey Key, TValue Value)> _recent = new();
    private long _hits;
    private long _misses;

    public LruIndex(int capacity) => _capacity = capacity;

    public (long Hits, long Misses) Statistics => (Interlocked.Read(ref _hits), Interlocked.Read(ref _misses));

    public bool Contains(TKey key)
    {
        using (_rw.Read())
        {
            return _nodes.ContainsKey(key);
        }
    }

    public bool TryGet(TKey key, out TValue value)
    {
        using (_rw.Read())
        {
            if (!_nodes.TryGetValue(key, out var node))
            {
                Interlocked.Increment(ref _misses);
                value = default;
                return false;
            }

            if (node.Previous is not null)
            {
                _recent.Remove(node);
                _recent.AddFirst(node);
            }

            Interlocked.Increment(ref _hits);
            value = node.Value.Value;
            return true;
        }
    }

    public void Put(TKey key, TValue value)
    {
        using (_rw.Write())
        {
            if (_nodes.Remove(key, out var old))
            {
                _recent.Remove(old);
            }
            else if (_nodes.Count >= _capacity && _recent.Last is { } last)
            {
                _recent.RemoveLast();
                _nodes.Remove(last.Value.Key);
            }

            _nodes[key] = _recent.AddFirst((key, value));
        }
    }
}
