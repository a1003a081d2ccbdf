using System;
using System.Threading;

namespace Corpus.Extra.Aio1004SiblingDrain.After;

public sealed class SampleLane
{
    private const int Size = 512;
    private readonly long[] _ticks = new long[Size];
    private readonly int[] _values = new int[Size];
    private int _head;
    private int _tail;

    public bool TryAdd(long tick, int value)
    {
        int tail = _tail;
        if (tail - Volatile.Read(ref _head) == Size)
        {
            return false;
        }

        _ticks[tail % Size] = tick;
        _values[tail % Size] = value;
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }

    public bool TryTake(out long tick, out int value)
    {
        int head = _head;
        if (head == Volatile.Read(ref _tail))
        {
            tick = value = 0;
            return false;
        }

        tick = _ticks[head % Size];
        value = _values[head % Size];
        Volatile.Write(ref _head, head + 1);
        return true;
    }

    public int DrainTo(Action<long, int> sink)
    {
        int head = _head;
        int end = Volatile.Read(ref _tail);
        int count = end - head;
        for (; head != end; head++)
        {
            sink(_ticks[head % Size], _values[head % Size]);
        }

        Volatile.Write(ref _head, head);
        return count;
    }
}
