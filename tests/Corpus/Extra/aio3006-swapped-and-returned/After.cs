using System;
using System.Buffers;
using System.Threading;

namespace Corpus.Extra.Aio3006SwappedAndReturned.After;

public sealed class FrontBuffer
{
    private byte[] _front = ArrayPool<byte>.Shared.Rent(256);

    public void Refresh(Func<byte, byte> next)
    {
        byte[] fresh = new byte[256];
        for (int i = 0; i < 256; i++)
        {
            fresh[i] = next((byte)i);
        }

        byte[] old = Interlocked.Exchange(ref _front, fresh);
        GC.KeepAlive(old);
    }

    public int Sum()
    {
        byte[] front = Volatile.Read(ref _front);
        int sum = 0;
        for (int i = 0; i < front.Length; i++)
        {
            sum += front[i];
        }

        return sum;
    }
}
