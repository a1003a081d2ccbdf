using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio1003LinkedBeforeOwnLink.After;

public sealed class ArenaSkipList
{
    private const int MaxHeight = 12;
    private const int Branching = 4;
    private const int Nil = 0;
    private const int HeadNode = 0;

    private readonly object _writer = new object();
    private readonly Random _random;
    private readonly long[] _keys;
    private readonly long[] _values;
    private readonly int[][] _next;
    private int _used = 1;

    public ArenaSkipList(int capacity, int seed)
    {
        _keys = new long[capacity + 1];
        _values = new long[capacity + 1];
        _next = new int[MaxHeight][];
        for (int level = 0; level < MaxHeight; level++)
            _next[level] = new int[capacity + 1];
        _random = new Random(seed);
    }

    public bool Put(long key, long value)
    {
        lock (_writer)
        {
            Span<int> previous = stackalloc int[MaxHeight];
            int existing = FindGreaterOrEqual(key, previous);
            if (existing != Nil && _keys[existing] == key)
            {
                Volatile.Write(ref _values[existing], value);
                return true;
            }

            if (_used == _keys.Length)
                return false;

            int node = _used++;
            _keys[node] = key;
            _values[node] = value;

            int height = NextHeight();
            for (int level = 0; level < height; level++)
            {
                int[] links = _next[level];
                int successor = links[previous[level]];
                links[node] = successor;
                Volatile.Write(ref links[previous[level]], node);
            }

            return true;
        }
    }

    public bool TryGet(long key, out long value)
    {
        int node = FindGreaterOrEqual(key, default);
        if (node == Nil || _keys[node] != key)
        {
            value = 0;
            return false;
        }

        value = Volatile.Read(ref _values[node]);
        return true;
    }

    public IEnumerable<KeyValuePair<long, long>> Scan(long from)
    {
        for (int node = FindGreaterOrEqual(from, default); node != Nil; node = Volatile.Read(ref _next[0][node]))
            yield return new KeyValuePair<long, long>(_keys[node], Volatile.Read(ref _values[node]));
    }

    private int FindGreaterOrEqual(long key, Span<int> previous)
    {
        int node = HeadNode;
        int level = MaxHeight - 1;
        while (true)
        {
            int candidate = Volatile.Read(ref _next[level][node]);
            if (candidate != Nil && _keys[candidate] < key)
            {
                node = candidate;
                continue;
            }

            if (!previous.IsEmpty)
                previous[level] = node;
            if (level == 0)
                return candidate;
            level--;
        }
    }

    private int NextHeight()
    {
        int height = 1;
        while (height < MaxHeight && _random.Next(Branching) == 0)
            height++;
        return height;
    }
}
