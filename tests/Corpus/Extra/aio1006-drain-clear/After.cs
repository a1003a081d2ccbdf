using System;
using System.Threading;

namespace Corpus.Extra.Aio1006DrainClear.After;

public sealed class StripeBuffer<T>
    where T : class
{
    private readonly T[] _buffer;
    private readonly int _mask;
    private int _head;
    private int _tail;

    public StripeBuffer(int powerOfTwo)
    {
        _buffer = new T[powerOfTwo];
        _mask = powerOfTwo - 1;
    }

    public bool TryAdd(T item)
    {
        int tail = _tail;
        if (tail - Volatile.Read(ref _head) > _mask)
        {
            return false;
        }

        _buffer[tail & _mask] = item;
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }

    public bool TryTake(out T item)
    {
        int head = _head;
        if (head == Volatile.Read(ref _tail))
        {
            item = null;
            return false;
        }

        item = _buffer[head & _mask];
        _buffer[head & _mask] = null;
        Volatile.Write(ref _head, head + 1);
        return true;
    }

    public int DrainTo(Span<T> output)
    {
        int head = _head;
        int count = Math.Min(output.Length, Volatile.Read(ref _tail) - head);
        for (int i = 0; i < count; i++)
        {
            ref T slot = ref _buffer[(head + i) & _mask];
            output[i] = slot;
            slot = null;
        }

        Volatile.Write(ref _head, head + count);
        return count;
    }
}
