using System;
using System.Diagnostics;
using System.Threading;

namespace Corpus.Extra.NegAio1001AlarmWhenDue;

/// <summary>Takes readings from any thread and judges the latest of them once in a while.</summary>
public sealed class BoilerWatch
{
    private readonly TimeSpan _period;
    private readonly double _limit;
    private readonly Action<double> _raise;
    private long _judgedAt = Stopwatch.GetTimestamp();
    private double _pressure;

    public BoilerWatch(TimeSpan period, double limit, Action<double> raise)
    {
        _period = period;
        _limit = limit;
        _raise = raise;
    }

    public void Report(double pressure)
    {
        Volatile.Write(ref _pressure, pressure);
        TimeSpan since = Stopwatch.GetElapsedTime(Volatile.Read(ref _judgedAt));
        if (since >= _period)
        {
            ThreadPool.QueueUserWorkItem(_ => Judge());
        }
    }

    private void Judge()
    {
        Volatile.Write(ref _judgedAt, Stopwatch.GetTimestamp());
        double latest = Volatile.Read(ref _pressure);
        if (latest > _limit)
        {
            _raise(latest);
        }
    }
}
