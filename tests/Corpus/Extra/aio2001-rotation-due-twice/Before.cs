using System;
using System.Diagnostics;
using System.Threading;

namespace Corpus.Extra.Aio2001RotationDueTwice.Before;

public sealed class AgingSummary
{
    private sealed class Bucket
    {
        public long Count;
        public double Sum;
        public double Max = double.MinValue;

        public void Add(double v)
        {
            Count++;
            Sum += v;
            if (v > Max)
                Max = v;
        }

        public void Clear()
        {
            Count = 0;
            Sum = 0;
            Max = double.MinValue;
        }
    }

    private readonly object _sync = new object();
    private readonly Bucket[] _ages;
    private readonly long _ageTicks;
    private int _oldest;
    private long _rotateAt;

    public AgingSummary(int ages, TimeSpan maxAge)
    {
        _ages = new Bucket[ages];
        for (int i = 0; i < ages; i++)
            _ages[i] = new Bucket();
        _ageTicks = (long)(maxAge.TotalSeconds * Stopwatch.Frequency / ages);
        _rotateAt = Stopwatch.GetTimestamp() + _ageTicks;
    }

    public void Observe(double value)
    {
        RotateIfDue(Stopwatch.GetTimestamp());
        lock (_sync)
        {
            foreach (var bucket in _ages)
                bucket.Add(value);
        }
    }

    public (long Count, double Sum, double Max) Collect()
    {
        RotateIfDue(Stopwatch.GetTimestamp());
        lock (_sync)
        {
            Bucket b = _ages[_oldest];
            return (b.Count, b.Sum, b.Max);
        }
    }

    private void RotateIfDue(long now)
    {
        if (now < Volatile.Read(ref _rotateAt))
            return;
        Volatile.Write(ref _rotateAt, now + _ageTicks);

        lock (_sync)
        {
            _ages[_oldest].Clear();
            _oldest = (_oldest + 1) % _ages.Length;
        }
    }
}
