using System;
using System.Threading;

namespace Corpus.Extra.NegAio2002SlotOfConsumer;

public sealed class SlotQueue<T> where T : class
{
    private readonly T[] _slots;
    private int _head;
    private int _tail;
    private int _count;

    public SlotQueue(int size)
    {
        _slots = new T[size];
    }

    public int Count => Volatile.Read(ref _count);

    public bool TryEnqueue(T item)
    {
        int tail = _tail;
        if (Volatile.Read(ref _slots[tail]) != null)
            return false;
        Volatile.Write(ref _slots[tail], item);
        _tail = (tail + 1) % _slots.Length;
        Interlocked.Increment(ref _count);
        return true;
    }

    public T TryDequeue()
    {
        int head = _head;
        T item = Volatile.Read(ref _slots[head]);
        if (item != null)
        {
            Volatile.Write(ref _slots[head], null);
            _head = (head + 1) % _slots.Length;
            Interlocked.Decrement(ref _count);
        }

        return item;
    }
}
