using System;
using System.Threading;

namespace Corpus.Extra.Aio3002PacketQueueFull.After;

public readonly struct Packet
{
    public Packet(int streamIndex, long dts, ReadOnlyMemory<byte> data)
    {
        StreamIndex = streamIndex;
        Dts = dts;
        Data = data;
    }

    public int StreamIndex { get; }
    public long Dts { get; }
    public ReadOnlyMemory<byte> Data { get; }
}

public sealed class PacketQueue
{
    private readonly object _sync = new object();
    private readonly Packet[] _items;
    private int _first;
    private int _count;
    private long _bytes;
    private bool _completed;

    public PacketQueue(int capacity)
    {
        if (capacity < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(capacity));
        }

        _items = new Packet[capacity];
    }

    public long BufferedBytes
    {
        get { lock (_sync) { return _bytes; } }
    }

    public bool Put(in Packet packet)
    {
        lock (_sync)
        {
            while (_count == _items.Length && !_completed)
            {
                Monitor.Wait(_sync);
            }

            if (_completed)
            {
                return false;
            }

            _items[(_first + _count) % _items.Length] = packet;
            _count++;
            _bytes += packet.Data.Length;
            Monitor.PulseAll(_sync);
            return true;
        }
    }

    public bool TryTake(out Packet packet)
    {
        lock (_sync)
        {
            while (_count == 0 && !_completed)
            {
                Monitor.Wait(_sync);
            }

            if (_count == 0)
            {
                packet = default;
                return false;
            }

            packet = _items[_first];
            _items[_first] = default;
            _first = (_first + 1) % _items.Length;
            _count--;
            _bytes -= packet.Data.Length;
            Monitor.PulseAll(_sync);
            return true;
        }
    }

    public void Flush()
    {
        lock (_sync)
        {
            Array.Clear(_items, 0, _items.Length);
            _first = 0;
            _count = 0;
            _bytes = 0;
            Monitor.PulseAll(_sync);
        }
    }

    public void Complete()
    {
        lock (_sync)
        {
            _completed = true;
            Monitor.PulseAll(_sync);
        }
    }
}
