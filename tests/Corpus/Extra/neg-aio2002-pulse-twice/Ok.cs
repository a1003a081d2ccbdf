using System;
using System.Threading;

namespace Corpus.Extra.NegAio2002PulseTwice;

public readonly record struct MetricPoint(int SeriesId, long UnixNanos, double Value);

public sealed class PaddedSequence
{
    private long _value = -1;

    public long Get() => Volatile.Read(ref _value);

    public void Set(long value) => Volatile.Write(ref _value, value);
}

public interface IParkingStrategy
{
    long AwaitAtLeast(long sequence, PaddedSequence cursor, CancellationToken stop);

    void Published();
}

public sealed class LiteParkingStrategy : IParkingStrategy
{
    private readonly object _gate = new object();
    private int _parked;

    public long AwaitAtLeast(long sequence, PaddedSequence cursor, CancellationToken stop)
    {
        long available = cursor.Get();
        if (available >= sequence)
        {
            return available;
        }

        using (stop.Register(static s => ((LiteParkingStrategy)s).WakeAll(), this))
        {
            lock (_gate)
            {
                while (true)
                {
                    Interlocked.Exchange(ref _parked, 1);
                    available = cursor.Get();
                    if (available >= sequence || stop.IsCancellationRequested)
                    {
                        return available;
                    }

                    Monitor.Wait(_gate);
                }
            }
        }
    }

    public void Published()
    {
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _parked) != 0)
        {
            WakeAll();
        }
    }

    private void WakeAll()
    {
        lock (_gate)
        {
            Volatile.Write(ref _parked, 0);
            Monitor.PulseAll(_gate);
        }
    }
}

public sealed class SpscMetricRing
{
    private readonly MetricPoint[] _points;
    private readonly int _mask;
    private readonly PaddedSequence _cursor = new PaddedSequence();
    private readonly PaddedSequence _consumed = new PaddedSequence();
    private readonly IParkingStrategy _strategy;
    private long _nextWrite;

    public SpscMetricRing(int sizePowerOfTwo, IParkingStrategy strategy)
    {
        if (sizePowerOfTwo < 2 || (sizePowerOfTwo & (sizePowerOfTwo - 1)) != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(sizePowerOfTwo));
        }

        _points = new MetricPoint[sizePowerOfTwo];
        _mask = sizePowerOfTwo - 1;
        _strategy = strategy ?? throw new ArgumentNullException(nameof(strategy));
    }

    public void Record(in MetricPoint point)
    {
        long sequence = _nextWrite;
        var spin = new SpinWait();
        while (sequence - _consumed.Get() > _points.Length)
        {
            spin.SpinOnce();
        }

        _points[(int)sequence & _mask] = point;
        _nextWrite = sequence + 1;
        _cursor.Set(sequence);
        _strategy.Published();
    }

    public void Export(Action<MetricPoint> sink, CancellationToken stop)
    {
        long next = _consumed.Get() + 1;
        while (!stop.IsCancellationRequested)
        {
            long available = _strategy.AwaitAtLeast(next, _cursor, stop);
            for (; next <= available; next++)
            {
                sink(_points[(int)next & _mask]);
                _consumed.Set(next);
            }
        }
    }
}
