using System.Threading;

namespace Corpus.Extra.OkWorkStealing;

public sealed class StealQueue<T>
    where T : class
{
    private readonly object _foreign = new object();
    private readonly T[] _items;
    private readonly int _mask;
    private volatile int _head;
    private volatile int _tail;

    public StealQueue(int powerOfTwo)
    {
        _items = new T[powerOfTwo];
        _mask = powerOfTwo - 1;
    }

    /// <summary>Owner only.</summary>
    public bool TryPush(T item)
    {
        int tail = _tail;
        if (tail - _head >= _mask)
        {
            return false;
        }

        _items[tail & _mask] = item;
        _tail = tail + 1;
        return true;
    }

    /// <summary>Owner only.</summary>
    public T TryPop()
    {
        int tail = _tail;
        if (_head >= tail)
        {
            return null;
        }

        tail--;
        Interlocked.Exchange(ref _tail, tail);
        if (_head <= tail)
        {
            return TakeAt(tail);
        }

        lock (_foreign)
        {
            if (_head <= tail)
            {
                return TakeAt(tail);
            }

            _tail = tail + 1;
            return null;
        }
    }

    public T TrySteal()
    {
        lock (_foreign)
        {
            int head = _head;
            Interlocked.Exchange(ref _head, head + 1);
            if (head < _tail)
            {
                return TakeAt(head);
            }

            _head = head;
            return null;
        }
    }

    private T TakeAt(int index)
    {
        ref T slot = ref _items[index & _mask];
        T item = slot;
        slot = null;
        return item;
    }
}
