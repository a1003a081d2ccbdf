using System;
using System.Threading;

namespace Corpus.Extra.NegAio2003RingCursors;

public sealed class ByteRing
{
    private readonly byte[] _bytes = new byte[1024];
    private int _head;
    private int _tail;

    public bool TryPut(byte value)
    {
        int tail = _tail;
        if (tail - Volatile.Read(ref _head) == _bytes.Length)
        {
            return false;
        }

        _bytes[tail & 1023] = value;
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }

    public bool TryTake(out byte value)
    {
        int head = _head;
        if (head == Volatile.Read(ref _tail))
        {
            value = 0;
            return false;
        }

        value = _bytes[head & 1023];
        Volatile.Write(ref _head, head + 1);
        return true;
    }
}
