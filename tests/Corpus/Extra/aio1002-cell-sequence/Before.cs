using System.Threading;

namespace Corpus.Extra.Aio1002CellSequence.Before;

public sealed class BoundedQueue<T>
{
    private struct Cell
    {
        public int Sequence;
        public T Item;
    }

    private readonly Cell[] _cells;
    private readonly int _mask;
    private int _enqueueAt;
    private int _dequeueAt;

    public BoundedQueue(int powerOfTwo)
    {
        _cells = new Cell[powerOfTwo];
        _mask = powerOfTwo - 1;
        for (int i = 0; i < powerOfTwo; i++)
        {
            _cells[i].Sequence = i;
        }
    }

    public bool TryEnqueue(T item)
    {
        while (true)
        {
            int at = Volatile.Read(ref _enqueueAt);
            ref Cell cell = ref _cells[at & _mask];
            int lag = Volatile.Read(ref cell.Sequence) - at;
            if (lag < 0)
            {
                return false;
            }

            if (lag == 0 && Interlocked.CompareExchange(ref _enqueueAt, at + 1, at) == at)
            {
                cell.Item = item;
                cell.Sequence = at + 1;
                return true;
            }
        }
    }

    public bool TryDequeue(out T item)
    {
        while (true)
        {
            int at = Volatile.Read(ref _dequeueAt);
            ref Cell cell = ref _cells[at & _mask];
            int lag = Volatile.Read(ref cell.Sequence) - (at + 1);
            if (lag < 0)
            {
                item = default;
                return false;
            }

            if (lag == 0 && Interlocked.CompareExchange(ref _dequeueAt, at + 1, at) == at)
            {
                item = cell.Item;
                cell.Item = default;
                Volatile.Write(ref cell.Sequence, at + _mask + 1);
                return true;
            }
        }
    }
}
