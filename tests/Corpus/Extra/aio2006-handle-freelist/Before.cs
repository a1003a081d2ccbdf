using System;
using System.Threading;

namespace Corpus.Extra.Aio2006HandleFreelist.Before;

public readonly struct Handle
{
    public Handle(int index, int generation)
    {
        Index = index;
        Generation = generation;
    }

    public int Index { get; }
    public int Generation { get; }
}

public sealed class HandleTable<T> where T : class
{
    private readonly T[] _values;
    private readonly int[] _next;
    private readonly int[] _generations;
    private long _head;
    private int _used;

    public HandleTable(int capacity)
    {
        _values = new T[capacity];
        _generations = new int[capacity];
        _next = new int[capacity];
        for (int i = 0; i < capacity; i++)
        {
            _generations[i] = 1;
            _next[i] = i + 1 < capacity ? i + 1 : -1;
        }
        _head = Pack(capacity > 0 ? 0 : -1, 0);
    }

    public int Used => Volatile.Read(ref _used);

    public bool TryAllocate(T value, out Handle handle)
    {
        while (true)
        {
            long head = Volatile.Read(ref _head);
            int index = IndexOf(head);
            if (index < 0)
            {
                handle = default(Handle);
                return false;
            }
            int next = Volatile.Read(ref _next[index]);
            long expected = Volatile.Read(ref _head);
            if (Interlocked.CompareExchange(ref _head, Pack(next, TagOf(expected) + 1), expected) == expected)
            {
                Interlocked.Increment(ref _used);
                Volatile.Write(ref _values[index], value);
                handle = new Handle(index, Volatile.Read(ref _generations[index]));
                return true;
            }
        }
    }

    public bool Free(Handle handle)
    {
        int generation = handle.Generation;
        if (Interlocked.CompareExchange(ref _generations[handle.Index], generation + 1, generation) != generation)
        {
            return false;
        }
        Volatile.Write(ref _values[handle.Index], null);
        long head = Volatile.Read(ref _head);
        while (true)
        {
            Volatile.Write(ref _next[handle.Index], IndexOf(head));
            long seen = Interlocked.CompareExchange(ref _head, Pack(handle.Index, TagOf(head) + 1), head);
            if (seen == head) break;
            head = seen;
        }
        Interlocked.Decrement(ref _used);
        return true;
    }

    public bool TryGet(Handle handle, out T value)
    {
        value = Volatile.Read(ref _values[handle.Index]);
        if (value != null && Volatile.Read(ref _generations[handle.Index]) == handle.Generation)
        {
            return true;
        }
        value = null;
        return false;
    }

    private static long Pack(int index, int tag) => ((long)tag << 32) | (uint)index;

    private static int IndexOf(long head) => (int)head;

    private static int TagOf(long head) => (int)(head >> 32);
}
