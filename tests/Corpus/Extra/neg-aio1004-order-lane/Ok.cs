using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio1004OrderLane;

public sealed class OrderLane<T>
    where T : class
{
    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct Side
    {
        [FieldOffset(0)] public int Own;
        [FieldOffset(4)] public int OtherSeen;
    }

    private readonly T[] _slots;
    private readonly int _mask;
    private Side _producer;
    private Side _consumer;

    public OrderLane(int order)
    {
        _slots = new T[1 << order];
        _mask = _slots.Length - 1;
    }

    public bool TryWrite(T order)
    {
        int tail = _producer.Own;
        if (tail - _producer.OtherSeen == _slots.Length)
        {
            _producer.OtherSeen = Volatile.Read(ref _consumer.Own);
            if (tail - _producer.OtherSeen == _slots.Length)
            {
                return false;
            }
        }

        _slots[tail & _mask] = order;
        Volatile.Write(ref _producer.Own, tail + 1);
        return true;
    }

    public T ReadOrNull()
    {
        int head = _consumer.Own;
        if (head == _consumer.OtherSeen)
        {
            _consumer.OtherSeen = Volatile.Read(ref _producer.Own);
            if (head == _consumer.OtherSeen)
            {
                return null;
            }
        }

        ref T slot = ref _slots[head & _mask];
        T order = slot;
        slot = null;
        Volatile.Write(ref _consumer.Own, head + 1);
        return order;
    }
}

public sealed class MatchingThread<T>
    where T : class
{
    private readonly OrderLane<T> _lane;
    private readonly Action<T> _match;
    private volatile bool _running = true;

    public MatchingThread(OrderLane<T> lane, Action<T> match)
    {
        _lane = lane;
        _match = match;
    }

    public void Start() => new Thread(Run) { IsBackground = true, Name = "matching" }.Start();

    public void Stop() => _running = false;

    private void Run()
    {
        var spin = new SpinWait();
        while (_running)
        {
            if (_lane.ReadOrNull() is { } order)
            {
                _match(order);
                spin.Reset();
            }
            else
            {
                spin.SpinOnce();
            }
        }
    }
}
