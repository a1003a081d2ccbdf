using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3004HistogramWidened.Before;

public readonly struct HistogramReading
{
    public HistogramReading(long count, double mean, double p99)
    {
        Count = count;
        Mean = mean;
        P99 = p99;
    }

    public long Count { get; }
    public double Mean { get; }
    public double P99 { get; }
}

public sealed class LatencyHistogram
{
    private readonly object _sync = new object();
    private readonly double _width;
    private long[] _buckets;
    private long _count;
    private double _sum;

    public LatencyHistogram(double width, int buckets)
    {
        _width = width;
        _buckets = new long[buckets];
    }

    public void Record(double value)
    {
        if (double.IsNaN(value) || value < 0) return;
        int bucket = (int)Math.Min(value / _width, int.MaxValue);
        lock (_sync)
        {
            int last = _buckets.Length - 1;
            _buckets[Math.Min(bucket, last)]++;
            _count++;
            _sum += value;
        }
    }

    public void RecordAll(IEnumerable<double> values)
    {
        foreach (double value in values) Record(value);
    }

    public void Widen(int buckets)
    {
        if (buckets <= _buckets.Length) return;
        var wider = new long[buckets];
        Array.Copy(_buckets, wider, _buckets.Length);
        _buckets = wider;
    }

    public HistogramReading Read()
    {
        lock (_sync)
        {
            if (_count == 0) return default(HistogramReading);
            return new HistogramReading(_count, _sum / _count, Percentile(0.99));
        }
    }

    public void Reset()
    {
        lock (_sync)
        {
            Array.Clear(_buckets, 0, _buckets.Length);
            _count = 0;
            _sum = 0;
        }
    }

    private double Percentile(double fraction)
    {
        long target = (long)Math.Ceiling(_count * fraction);
        long seen = 0;
        for (int i = 0; i < _buckets.Length; i++)
        {
            seen += _buckets[i];
            if (seen >= target) return (i + 1) * _width;
        }
        return _buckets.Length * _width;
    }
}
