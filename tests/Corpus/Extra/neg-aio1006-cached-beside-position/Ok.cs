using System;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio1006CachedBesidePosition;

[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct ProducerSide
{
    [FieldOffset(128)]
    public long Tail;

    [FieldOffset(136)]
    public long HeadSeen;
}

[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct ConsumerSide
{
    [FieldOffset(128)]
    public long Head;

    [FieldOffset(136)]
    public long TailSeen;
}

public sealed class SpscRing<T>
{
    private readonly T[] _slots;
    private readonly int _mask;
    private ProducerSide _producer;
    private ConsumerSide _consumer;
    private volatile bool _completed;

    public SpscRing(int capacity)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, capacity));
        _slots = new T[size];
        _mask = size - 1;
    }

    public int Capacity => _slots.Length;

    public int ApproximateCount
    {
        get
        {
            long tail = Volatile.Read(ref _producer.Tail);
            long head = Volatile.Read(ref _consumer.Head);
            return (int)Math.Clamp(tail - head, 0, _slots.Length);
        }
    }

    public bool TryWrite(T item)
    {
        long tail = _producer.Tail;
        if (tail - _producer.HeadSeen == _slots.Length)
        {
            _producer.HeadSeen = Volatile.Read(ref _consumer.Head);
            if (tail - _producer.HeadSeen == _slots.Length)
                return false;
        }
        _slots[(int)tail & _mask] = item;
        Volatile.Write(ref _producer.Tail, tail + 1);
        return true;
    }

    public int Write(ReadOnlySpan<T> items)
    {
        long tail = _producer.Tail;
        int free = _slots.Length - (int)(tail - _producer.HeadSeen);
        if (free < items.Length)
        {
            _producer.HeadSeen = Volatile.Read(ref _consumer.Head);
            free = _slots.Length - (int)(tail - _producer.HeadSeen);
        }
        int count = Math.Min(free, items.Length);
        for (int i = 0; i < count; i++)
            _slots[(int)(tail + i) & _mask] = items[i];
        if (count > 0)
            Volatile.Write(ref _producer.Tail, tail + count);
        return count;
    }

    public void Complete()
    {
        _completed = true;
    }

    public bool TryRead(out T item)
    {
        long head = _consumer.Head;
        if (head == _consumer.TailSeen)
        {
            _consumer.TailSeen = Volatile.Read(ref _producer.Tail);
            if (head == _consumer.TailSeen)
            {
                item = default;
                return false;
            }
        }
        int slot = (int)head & _mask;
        item = _slots[slot];
        _slots[slot] = default;
        Volatile.Write(ref _consumer.Head, head + 1);
        return true;
    }

    public int Read(Span<T> destination)
    {
        long head = _consumer.Head;
        if (_consumer.TailSeen - head < destination.Length)
            _consumer.TailSeen = Volatile.Read(ref _producer.Tail);
        int count = (int)Math.Min(_consumer.TailSeen - head, destination.Length);
        for (int i = 0; i < count; i++)
        {
            int slot = (int)(head + i) & _mask;
            destination[i] = _slots[slot];
            _slots[slot] = default;
        }
        if (count > 0)
            Volatile.Write(ref _consumer.Head, head + count);
        return count;
    }

    public bool IsDrained => _completed && Volatile.Read(ref _producer.Tail) == _consumer.Head;
}

public sealed class SampleSink
{
    private readonly SpscRing<float> _ring = new SpscRing<float>(4096);
    private int _dropped;
    private double _energy;

    public int Dropped => Volatile.Read(ref _dropped);

    public void OnCapture(ReadOnlySpan<float> samples)
    {
        int written = _ring.Write(samples);
        if (written < samples.Length)
            Volatile.Write(ref _dropped, _dropped + (samples.Length - written));
    }

    public void OnCaptureEnded() => _ring.Complete();

    public double ConsumeAll()
    {
        Span<float> chunk = stackalloc float[256];
        var spin = new SpinWait();
        while (!_ring.IsDrained)
        {
            int count = _ring.Read(chunk);
            if (count == 0)
                spin.SpinOnce();
            for (int i = 0; i < count; i++)
                _energy += chunk[i] * chunk[i];
        }
        return _energy;
    }
}
