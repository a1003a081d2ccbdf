using System;
using System.Threading;

namespace Corpus.Extra.Aio1006SpanOutlives.Before;

public sealed class DatagramRing
{
    private const int SlotSize = 2048;
    private readonly byte[] _bytes;
    private readonly int[] _lengths;
    private int _head;
    private int _tail;

    public DatagramRing(int slots)
    {
        _bytes = new byte[slots * SlotSize];
        _lengths = new int[slots];
    }

    public bool TryWrite(ReadOnlySpan<byte> datagram)
    {
        int tail = _tail;
        if (tail - Volatile.Read(ref _head) == _lengths.Length)
        {
            return false;
        }

        int slot = tail % _lengths.Length;
        datagram.CopyTo(_bytes.AsSpan(slot * SlotSize, SlotSize));
        _lengths[slot] = datagram.Length;
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }

    public bool TryRead(out ReadOnlySpan<byte> datagram)
    {
        int head = _head;
        if (head == Volatile.Read(ref _tail))
        {
            datagram = default;
            return false;
        }

        int slot = head % _lengths.Length;
        datagram = _bytes.AsSpan(slot * SlotSize, _lengths[slot]);
        Volatile.Write(ref _head, head + 1);
        return true;
    }
}

public sealed class DatagramSink
{
    private readonly DatagramRing _ring = new DatagramRing(64);

    public bool Offer(byte[] datagram) => _ring.TryWrite(datagram);

    public void Run(Action<uint> deliver, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (_ring.TryRead(out ReadOnlySpan<byte> datagram))
            {
                uint sum = 0;
                foreach (byte b in datagram)
                {
                    sum = (sum * 31) + b;
                }

                deliver(sum);
            }
        }
    }
}
