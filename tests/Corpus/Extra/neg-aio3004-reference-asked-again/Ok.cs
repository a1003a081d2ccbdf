using System;

namespace Corpus.Extra.NegAio3004ReferenceAskedAgain;

public sealed class Cells
{
    private readonly object _sync = new object();
    private int[] _cells = new int[16];

    public void Set(int cell, int value)
    {
        while (true)
        {
            int[] cells = _cells;
            int at = cell % cells.Length;
            lock (_sync)
            {
                if (cells != _cells)
                {
                    continue;
                }

                cells[at] = value;
                return;
            }
        }
    }

    public int Get(int cell)
    {
        lock (_sync)
        {
            return _cells[cell % _cells.Length];
        }
    }

    public void Grow()
    {
        lock (_sync)
        {
            int[] larger = new int[_cells.Length * 2];
            Array.Copy(_cells, larger, _cells.Length);
            _cells = larger;
        }
    }
}
