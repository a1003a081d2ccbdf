using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio3001BatchPutAway;

public readonly struct Sample
{
    public Sample(string name, double value, long ticks)
    {
        Name = name;
        Value = value;
        Ticks = ticks;
    }

    public string Name { get; }

    public double Value { get; }

    public long Ticks { get; }
}

public delegate void SampleSink(ReadOnlySpan<Sample> samples);

public sealed class MetricsBatcher
{
    private readonly object _bufferLock = new object();
    private readonly object _flushLock = new object();
    private readonly SampleSink _sink;
    private readonly int _batchSize;
    private List<Sample> _buffer;
    private List<Sample> _spare;
    private long _sent;
    private long _lost;

    public MetricsBatcher(SampleSink sink, int batchSize)
    {
        _sink = sink;
        _batchSize = batchSize;
        _buffer = new List<Sample>(batchSize);
    }

    public long Sent => Interlocked.Read(ref _sent);

    public long Lost => Interlocked.Read(ref _lost);

    public int Waiting
    {
        get
        {
            lock (_bufferLock)
            {
                return _buffer.Count;
            }
        }
    }

    public void Add(string name, double value)
    {
        bool full;
        var sample = new Sample(name, value, DateTime.UtcNow.Ticks);
        lock (_bufferLock)
        {
            _buffer.Add(sample);
            full = _buffer.Count >= _batchSize;
        }

        if (full)
        {
            Flush();
        }
    }

    public int Flush()
    {
        lock (_flushLock)
        {
            List<Sample> batch;
            List<Sample> fresh = _spare ?? new List<Sample>(_batchSize);
            _spare = null;
            lock (_bufferLock)
            {
                batch = _buffer;
                _buffer = fresh;
            }

            int count = batch.Count;
            if (count == 0)
            {
                _spare = batch;
                return 0;
            }

            try
            {
                _sink(CollectionsMarshal.AsSpan(batch));
                Interlocked.Add(ref _sent, count);
            }
            catch (Exception)
            {
                Interlocked.Add(ref _lost, count);
            }

            batch.Clear();
            _spare = batch;
            return count;
        }
    }
}
