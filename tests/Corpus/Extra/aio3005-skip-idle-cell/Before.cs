using System.Threading;

namespace Corpus.Extra.Aio3005SkipIdleCell.Before;

public sealed class CellSweep
{
    private sealed class Cell
    {
        public SpinLock Lock = new SpinLock(false);
        public int Pending;
        public long Total;
    }

    private readonly Cell[] _cells;

    public CellSweep(int count)
    {
        _cells = new Cell[count];
        for (int i = 0; i < count; i++)
        {
            _cells[i] = new Cell();
        }
    }

    public long Sweep()
    {
        long sum = 0;
        foreach (Cell cell in _cells)
        {
            bool taken = false;
            cell.Lock.Enter(ref taken);
            if (cell.Pending == 0)
            {
                continue;
            }

            cell.Total += cell.Pending;
            cell.Pending = 0;
            sum += cell.Total;
            cell.Lock.Exit(false);
        }

        return sum;
    }
}
