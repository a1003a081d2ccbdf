using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.OkSpscCached;

[StructLayout(LayoutKind.Explicit, Size = 384)]
public struct RingIndices
{
    [FieldOffset(64)] public long Tail;
    [FieldOffset(72)] public long HeadCache;
    [FieldOffset(192)] public long Head;
    [FieldOffset(200)] public long TailCache;
}

public sealed class PaddedRing<T>
{
    private readonly T[] _slots;
    private readonly long _mask;
    private RingIndices _at;

    public PaddedRing(int capacity)
    {
        _slots = new T[capacity];
        _mask = capacity - 1;
    }

    public int Count => (int)(Volatile.Read(ref _at.Tail) - Volatile.Read(ref _at.Head));

    public bool TryEnqueue(T item)
    {
        long tail = _at.Tail;
        if (tail - _at.HeadCache > _mask)
        {
            _at.HeadCache = Volatile.Read(ref _at.Head);
            if (tail - _at.HeadCache > _mask)
            {
                return false;
            }
        }

        _slots[tail & _mask] = item;
        Volatile.Write(ref _at.Tail, tail + 1);
        return true;
    }

    public bool TryDequeue(out T item)
    {
        long head = _at.Head;
        if (head >= _at.TailCache)
        {
            _at.TailCache = Volatile.Read(ref _at.Tail);
            if (head >= _at.TailCache)
            {
                item = default;
                return false;
            }
        }

        ref T slot = ref _slots[head & _mask];
        item = slot;
        slot = default;
        Volatile.Write(ref _at.Head, head + 1);
        return true;
    }
}
