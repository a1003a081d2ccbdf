using System.Threading;

namespace Corpus.Extra.Aio1001StolenTail.Before;

public sealed class StealingQueue
{
    private const int Mask = 31;

    private readonly object[] _items = new object[Mask + 1];
    private readonly object _thieves = new object();
    private volatile int _head;
    private volatile int _tail;

    // The owner's thread alone.
    public bool TryPush(object item)
    {
        int tail = _tail;
        if (tail >= _head + Mask)
            return false;
        Volatile.Write(ref _items[tail & Mask], item);
        _tail = tail + 1;
        return true;
    }

    // The owner's thread alone.
    public object Pop()
    {
        int tail = _tail;
        if (_head >= tail)
            return null;
        tail -= 1;
        _tail = tail;
        if (_head <= tail)
            return Take(tail);
        lock (_thieves)
        {
            if (_head <= tail)
                return Take(tail);
            _tail = tail + 1;
            return null;
        }
    }

    public object Steal()
    {
        lock (_thieves)
        {
            int head = _head;
            Interlocked.Exchange(ref _head, head + 1);
            if (head < _tail)
                return Take(head);
            _head = head;
            return null;
        }
    }

    private object Take(int index)
    {
        object item = Volatile.Read(ref _items[index & Mask]);
        Volatile.Write(ref _items[index & Mask], null);
        return item;
    }
}
