using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3001UnderParallel;

public sealed class Grid
{
    private readonly object _gate = new object();
    private double[] _cells = new double[16];
    private int _steps;

    public void Step()
    {
        lock (_gate)
        {
            Parallel.For(0, _cells.Length, i => _cells[i] = _cells[i] * 0.5 + _steps);
            _steps++;
        }
    }

    public void Resize(int size)
    {
        lock (_gate)
        {
            _cells = new double[size];
            _steps = 0;
        }
    }

    public double At(int i)
    {
        lock (_gate)
        {
            return _cells[i];
        }
    }
}
