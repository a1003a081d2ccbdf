using System.Threading;

namespace Corpus.Extra.Aio1006ClearAfterRelease.Before;

public sealed class Order
{
    public long Id;
    public int Quantity;
}

public sealed class OrderLane
{
    private readonly Order[] _orders = new Order[256];
    private long _head;
    private long _tail;

    private long Head
    {
        get => Volatile.Read(ref _head);
        set => Volatile.Write(ref _head, value);
    }

    private long Tail
    {
        get => Volatile.Read(ref _tail);
        set => Volatile.Write(ref _tail, value);
    }

    public bool TryEnter(Order order)
    {
        long tail = Tail;
        if (tail - Head == _orders.Length)
        {
            return false;
        }

        _orders[tail % _orders.Length] = order;
        Tail = tail + 1;
        return true;
    }

    public Order Next()
    {
        long head = Head;
        if (head == Tail)
        {
            return null;
        }

        long slot = head % _orders.Length;
        Order order = _orders[slot];
        Head = head + 1;
        _orders[slot] = null;
        return order;
    }
}
