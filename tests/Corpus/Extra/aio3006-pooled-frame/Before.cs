using System;
using System.Buffers;
using System.Threading;

namespace Corpus.Extra.Aio3006PooledFrame.Before;

public sealed class VideoTap
{
    private readonly object _producer = new();
    private byte[] _last;

    public void OnFrame(ReadOnlySpan<byte> frame)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(frame.Length);
        frame.CopyTo(rented);
        byte[] old = Interlocked.Exchange(ref _last, rented);
        if (old != null)
        {
            GC.KeepAlive(old);
        }
    }

    public int Brightness()
    {
        byte[] frame = Volatile.Read(ref _last);
        if (frame == null)
        {
            return 0;
        }

        int sum = 0;
        foreach (byte b in frame)
        {
            sum += b;
        }

        return sum / frame.Length;
    }

    public void Close()
    {
        lock (_producer)
        {
            byte[] last = Volatile.Read(ref _last);
            if (last == null)
            {
                return;
            }

            ArrayPool<byte>.Shared.Return(last);
            Volatile.Write(ref _last, null);
        }
    }
}
