using System;
using System.Threading;

namespace Corpus.Extra.OkCancelFlag;

public sealed class SudokuSolver
{
    private readonly int[] _cells;
    private volatile bool _cancelled;
    private int _visited;

    public SudokuSolver(int[] cells)
    {
        _cells = (int[])cells.Clone();
    }

    public int Visited => Volatile.Read(ref _visited);

    public void Cancel() => _cancelled = true;

    public void Start(Action<int[]> solved)
    {
        ThreadPool.QueueUserWorkItem(_ =>
        {
            if (Solve(0))
            {
                solved(_cells);
            }
        });
    }

    private bool Solve(int at)
    {
        while (at < 81 && _cells[at] != 0)
        {
            at++;
        }

        if (at == 81)
        {
            return true;
        }

        for (int digit = 1; digit <= 9 && !_cancelled; digit++)
        {
            Volatile.Write(ref _visited, _visited + 1);
            if (Fits(at, digit))
            {
                _cells[at] = digit;
                if (Solve(at + 1))
                {
                    return true;
                }

                _cells[at] = 0;
            }
        }

        return false;
    }

    private bool Fits(int at, int digit)
    {
        int row = at / 9;
        int column = at % 9;
        for (int i = 0; i < 9; i++)
        {
            int block = (((row / 3 * 3) + (i / 3)) * 9) + (column / 3 * 3) + (i % 3);
            if (_cells[(row * 9) + i] == digit || _cells[(i * 9) + column] == digit || _cells[block] == digit)
            {
                return false;
            }
        }

        return true;
    }
}
