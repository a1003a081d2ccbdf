using System;
using System.Threading;

namespace Corpus.Extra.NegAio1006LastBatchReleased;

public sealed class FrameFeed
{
    private readonly byte[] _frames = new byte[1024];
    private long _written;
    private long _released;
    private long _taken;

    public bool TryPut(byte frame)
    {
        long at = _written;
        if (at - Volatile.Read(ref _released) >= _frames.Length)
        {
            return false;
        }

        _frames[at & 1023] = frame;
        Volatile.Write(ref _written, at + 1);
        return true;
    }

    public int Next(Action<byte> show)
    {
        Volatile.Write(ref _released, _taken);
        long from = _taken;
        long count = Volatile.Read(ref _written) - from;
        for (long i = 0; i < count; i++)
        {
            show(_frames[(from + i) & 1023]);
        }

        _taken = from + count;
        return (int)count;
    }
}
