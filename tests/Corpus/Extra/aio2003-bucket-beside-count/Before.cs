using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2003BucketBesideCount.Before;

public sealed class LatencyHistogram
{
    private readonly double[] _bounds;
    private readonly long[] _hits;
    private long _count;
    private double _sum;

    public LatencyHistogram(params double[] bounds)
    {
        _bounds = (double[])bounds.Clone();
        Array.Sort(_bounds);
        _hits = new long[_bounds.Length + 1];
    }

    public long Count => Interlocked.Read(ref _count);

    public double Sum => Volatile.Read(ref _sum);

    public void Observe(double value)
    {
        int slot = Array.BinarySearch(_bounds, value);
        if (slot < 0)
            slot = ~slot;
        Bump(slot);
        Interlocked.Increment(ref _count);
        AddToSum(value);
    }

    public async Task<T> TimeAsync<T>(Func<Task<T>> call)
    {
        long started = Environment.TickCount64;
        try
        {
            return await call().ConfigureAwait(false);
        }
        finally
        {
            Observe(Environment.TickCount64 - started);
        }
    }

    public Task ObserveAllAsync(IEnumerable<double> values)
        => Task.Run(() => Parallel.ForEach(values, Observe));

    public IEnumerable<KeyValuePair<double, long>> Export()
    {
        long running = 0;
        for (int i = 0; i < _hits.Length; i++)
        {
            running += Volatile.Read(ref _hits[i]);
            double bound = i < _bounds.Length ? _bounds[i] : double.PositiveInfinity;
            yield return new KeyValuePair<double, long>(bound, running);
        }
    }

    private void Bump(int slot)
    {
        long hits = Volatile.Read(ref _hits[slot]);
        Volatile.Write(ref _hits[slot], hits + 1);
    }

    private void AddToSum(double value)
    {
        double seen = Volatile.Read(ref _sum);
        while (true)
        {
            double prior = Interlocked.CompareExchange(ref _sum, seen + value, seen);
            if (BitConverter.DoubleToInt64Bits(prior) == BitConverter.DoubleToInt64Bits(seen))
                return;
            seen = prior;
        }
    }
}
