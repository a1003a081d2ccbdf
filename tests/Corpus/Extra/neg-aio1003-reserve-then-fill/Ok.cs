using System.Threading;

namespace Corpus.Extra.NegAio1003ReserveThenFill;

public enum Taken { Item, Nothing, NotYet }

public sealed class Inbox<T>
    where T : class
{
    private readonly T[] _items = new T[64];
    private int _head;
    private int _tail;

    public bool TryAdd(T item)
    {
        int tail = Volatile.Read(ref _tail);
        if (tail - Volatile.Read(ref _head) >= _items.Length)
            return false;
        if (Interlocked.CompareExchange(ref _tail, tail + 1, tail) != tail)
            return false;
        Volatile.Write(ref _items[tail & 63], item);
        return true;
    }

    public Taken TryTake(out T item)
    {
        item = null;
        int head = _head;
        if (head == Volatile.Read(ref _tail))
            return Taken.Nothing;
        T found = Volatile.Read(ref _items[head & 63]);
        if (found is null)
            return Taken.NotYet;
        _items[head & 63] = null;
        Volatile.Write(ref _head, head + 1);
        item = found;
        return Taken.Item;
    }
}
