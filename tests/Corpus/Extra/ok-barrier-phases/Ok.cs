using System;
using System.Threading;

namespace Corpus.Extra.OkBarrierPhases;

public sealed class HeatGrid
{
    private readonly int _size;
    private double[] _now;
    private double[] _next;
    private double _change;
    private bool _settled;

    public HeatGrid(int size, Func<int, double> initial)
    {
        _size = size;
        _now = new double[size * size];
        _next = new double[size * size];
        for (int i = 0; i < _now.Length; i++)
        {
            _now[i] = _next[i] = initial(i);
        }
    }

    public double[] Solve(int workers)
    {
        var changes = new double[workers];
        using var barrier = new Barrier(workers, _ =>
        {
            (_now, _next) = (_next, _now);
            _change = 0;
            foreach (double change in changes)
            {
                _change = Math.Max(_change, change);
            }

            _settled = _change < 1e-3;
        });

        var threads = new Thread[workers];
        for (int w = 0; w < workers; w++)
        {
            int worker = w;
            threads[w] = new Thread(() =>
            {
                while (!_settled)
                {
                    changes[worker] = Relax(worker, workers);
                    barrier.SignalAndWait();
                }
            });
            threads[w].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        return _now;
    }

    private double Relax(int worker, int workers)
    {
        double change = 0;
        for (int y = 1 + worker; y < _size - 1; y += workers)
        {
            for (int x = 1; x < _size - 1; x++)
            {
                int i = (y * _size) + x;
                _next[i] = (_now[i - 1] + _now[i + 1] + _now[i - _size] + _now[i + _size]) / 4;
                change = Math.Max(change, Math.Abs(_next[i] - _now[i]));
            }
        }

        return change;
    }
}
