using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio2003ReaderThreadOfRing;

public struct ProbeSample
{
    public long Ticks;
    public int Probe;
    public float Celsius;
}

public sealed class SpscProbeRing
{
    private readonly ProbeSample[] _samples;
    private readonly int _mask;
    private Side _producer;
    private Side _consumer;

    public SpscProbeRing(int capacityLog2)
    {
        _samples = new ProbeSample[1 << capacityLog2];
        _mask = _samples.Length - 1;
    }

    public int ApproximateCount
    {
        get
        {
            long head = Volatile.Read(ref _consumer.Own);
            long tail = Volatile.Read(ref _producer.Own);
            return (int)Math.Clamp(tail - head, 0, _samples.Length);
        }
    }

    public bool TryWrite(in ProbeSample sample)
    {
        long tail = _producer.Own;
        if (tail - _producer.Cached == _samples.Length)
        {
            _producer.Cached = Volatile.Read(ref _consumer.Own);
            if (tail - _producer.Cached == _samples.Length)
            {
                return false;
            }
        }

        _samples[(int)tail & _mask] = sample;
        Volatile.Write(ref _producer.Own, tail + 1);
        return true;
    }

    public bool TryRead(out ProbeSample sample)
    {
        long head = _consumer.Own;
        if (head == _consumer.Cached)
        {
            _consumer.Cached = Volatile.Read(ref _producer.Own);
            if (head == _consumer.Cached)
            {
                sample = default;
                return false;
            }
        }

        sample = _samples[(int)head & _mask];
        Volatile.Write(ref _consumer.Own, head + 1);
        return true;
    }

    public int ReadMany(Span<ProbeSample> destination)
    {
        long head = _consumer.Own;
        if (_consumer.Cached - head < destination.Length)
        {
            _consumer.Cached = Volatile.Read(ref _producer.Own);
        }

        int count = (int)Math.Min(destination.Length, _consumer.Cached - head);
        for (int i = 0; i < count; i++)
        {
            destination[i] = _samples[(int)(head + i) & _mask];
        }

        if (count > 0)
        {
            Volatile.Write(ref _consumer.Own, head + count);
        }

        return count;
    }

    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct Side
    {
        [FieldOffset(56)]
        public long Own;

        [FieldOffset(64)]
        public long Cached;
    }
}

public sealed class ProbeAverager : IDisposable
{
    private readonly SpscProbeRing _ring;
    private readonly Thread _thread;
    private readonly Action<double> _publish;
    private int _stop;

    public ProbeAverager(SpscProbeRing ring, Action<double> publish)
    {
        _ring = ring;
        _publish = publish;
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _stop, 1) == 0)
        {
            _thread.Join();
        }
    }

    private void Run()
    {
        var window = new ProbeSample[64];
        while (Volatile.Read(ref _stop) == 0)
        {
            int count = _ring.ReadMany(window);
            if (count == 0)
            {
                Thread.Sleep(1);
                continue;
            }

            double sum = 0;
            for (int i = 0; i < count; i++)
            {
                sum += window[i].Celsius;
            }

            _publish(sum / count);
        }
    }
}
