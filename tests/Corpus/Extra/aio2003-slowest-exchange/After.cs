using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2003SlowestExchange.After;

/// <summary>Times requests: how many there were, how long they took together, and the slowest of them, which the alarm looks at.</summary>
public sealed class RequestMeter
{
    private readonly long _alarmAbove;
    private readonly Action<long> _alarm;
    private long _count;
    private long _total;
    private long _slowest;

    public RequestMeter(TimeSpan alarmAbove, Action<long> alarm)
    {
        _alarmAbove = alarmAbove.Ticks;
        _alarm = alarm;
    }

    public long Count => Interlocked.Read(ref _count);

    public double Mean => Count == 0 ? 0 : (double)Interlocked.Read(ref _total) / Count;

    public async Task MeasureAsync(Func<Task> request)
    {
        var watch = Stopwatch.StartNew();
        await request().ConfigureAwait(false);
        Add(watch.Elapsed.Ticks);
    }

    public void Add(long ticks)
    {
        Interlocked.Increment(ref _count);
        Interlocked.Add(ref _total, ticks);
        var slowest = Interlocked.Read(ref _slowest);
        while (ticks > slowest)
        {
            var found = Interlocked.CompareExchange(ref _slowest, ticks, slowest);
            if (found == slowest)
            {
                return;
            }

            slowest = found;
        }
    }

    public void Check()
    {
        var slowest = Interlocked.Exchange(ref _slowest, 0);
        if (slowest > _alarmAbove)
        {
            _alarm(slowest);
        }
    }
}
