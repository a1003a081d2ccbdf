using System.Runtime.CompilerServices;
using System.Threading;

namespace Corpus.Extra.OkVyukovMpmc;

public sealed class HandOff<T>
{
    private struct Cell
    {
        public long Turn;
        public T Value;
    }

    private readonly Cell[] _cells;
    private readonly long _mask;
    private long _head;
    private long _tail;

    public HandOff(int size)
    {
        _cells = new Cell[size];
        _mask = size - 1;
        for (int i = 0; i < size; i++)
        {
            _cells[i].Turn = i;
        }
    }

    public bool Offer(T value)
    {
        long tail = Volatile.Read(ref _tail);
        for (; ; tail = Volatile.Read(ref _tail))
        {
            ref Cell cell = ref At(tail);
            long turn = Volatile.Read(ref cell.Turn);
            if (turn < tail)
            {
                return false;
            }

            if (turn == tail && Interlocked.CompareExchange(ref _tail, tail + 1, tail) == tail)
            {
                cell.Value = value;
                Volatile.Write(ref cell.Turn, tail + 1);
                return true;
            }
        }
    }

    public bool Poll(out T value)
    {
        long head = Volatile.Read(ref _head);
        for (; ; head = Volatile.Read(ref _head))
        {
            ref Cell cell = ref At(head);
            long turn = Volatile.Read(ref cell.Turn);
            if (turn <= head)
            {
                value = default;
                return false;
            }

            if (turn == head + 1 && Interlocked.CompareExchange(ref _head, head + 1, head) == head)
            {
                value = cell.Value;
                if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
                {
                    cell.Value = default;
                }

                Volatile.Write(ref cell.Turn, head + _mask + 1);
                return true;
            }
        }
    }

    private ref Cell At(long position) => ref _cells[position & _mask];
}
