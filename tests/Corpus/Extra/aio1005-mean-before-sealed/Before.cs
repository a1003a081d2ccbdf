using System;
using System.Threading;

namespace Corpus.Extra.Aio1005MeanBeforeSealed.Before;

public sealed class CalibrationRun
{
    private readonly Func<double?> _next;
    private double _sum;
    private double _squares;
    private int _count;
    private int _sealed;

    public CalibrationRun(Func<double?> next)
    {
        _next = next;
        ThreadPool.UnsafeQueueUserWorkItem(static run => run.Collect(), this, preferLocal: false);
    }

    public (double Mean, double Deviation)? Result
    {
        get
        {
            double mean = _sum / _count;
            double deviation = Math.Sqrt((_squares / _count) - (mean * mean));
            return Volatile.Read(ref _sealed) == 1 ? (mean, deviation) : null;
        }
    }

    private void Collect()
    {
        while (_next() is double value)
        {
            _sum += value;
            _squares += value * value;
            _count++;
        }

        Volatile.Write(ref _sealed, 1);
    }
}
