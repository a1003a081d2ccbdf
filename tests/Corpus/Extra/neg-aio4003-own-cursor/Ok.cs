using System.Threading;

namespace Corpus.Extra.NegAio4003OwnCursor;

public sealed class Ring
{
    private readonly int[] _items = new int[64];
    private int _head;
    private int _tail;

    public bool TryPut(int item)
    {
        int tail = _tail;
        if (tail - Volatile.Read(ref _head) == _items.Length)
        {
            return false;
        }

        _items[tail & 63] = item;
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }

    public bool TryTake(out int item)
    {
        int head = _head;
        if (head == Volatile.Read(ref _tail))
        {
            item = 0;
            return false;
        }

        item = _items[head & 63];
        Volatile.Write(ref _head, head + 1);
        return true;
    }
}
