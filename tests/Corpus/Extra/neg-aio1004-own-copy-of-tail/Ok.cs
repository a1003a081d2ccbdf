using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio1004OwnCopyOfTail;

[StructLayout(LayoutKind.Explicit, Size = 384)]
internal struct RingIndexes
{
    [FieldOffset(64)] public int Tail;
    [FieldOffset(72)] public int CachedHead;
    [FieldOffset(192)] public int Head;
    [FieldOffset(200)] public int CachedTail;
}

public sealed class SpscRing<T>
{
    private readonly T[] _items;
    private readonly int _mask;
    private RingIndexes _index;

    public SpscRing(int minimumCapacity)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, minimumCapacity));
        _items = new T[size];
        _mask = size - 1;
    }

    public int Capacity => _items.Length;

    public bool IsEmpty => Volatile.Read(ref _index.Head) == Volatile.Read(ref _index.Tail);

    /// <summary>Producer thread only.</summary>
    public bool TryEnqueue(T item)
    {
        int tail = _index.Tail;
        if (tail - _index.CachedHead == _items.Length)
        {
            _index.CachedHead = Volatile.Read(ref _index.Head);
            if (tail - _index.CachedHead == _items.Length)
            {
                return false;
            }
        }

        _items[tail & _mask] = item;
        Volatile.Write(ref _index.Tail, tail + 1);
        return true;
    }

    /// <summary>Consumer thread only.</summary>
    public bool TryDequeue(out T item)
    {
        int head = _index.Head;
        if (head == _index.CachedTail)
        {
            _index.CachedTail = Volatile.Read(ref _index.Tail);
            if (head == _index.CachedTail)
            {
                item = default;
                return false;
            }
        }

        ref T slot = ref _items[head & _mask];
        item = slot;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            slot = default;
        }

        Volatile.Write(ref _index.Head, head + 1);
        return true;
    }

    /// <summary>Consumer thread only.</summary>
    public int DrainTo(Span<T> destination)
    {
        int head = _index.Head;
        int tail = Volatile.Read(ref _index.Tail);
        _index.CachedTail = tail;
        int n = Math.Min(tail - head, destination.Length);
        for (int i = 0; i < n; i++)
        {
            ref T slot = ref _items[(head + i) & _mask];
            destination[i] = slot;
            slot = default;
        }

        Volatile.Write(ref _index.Head, head + n);
        return n;
    }
}
