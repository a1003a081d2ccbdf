using System;
using System.Threading;

namespace Corpus.Extra.OkCountdown;

public static class Checksums
{
    public static uint[] OfBlocks(byte[] data, int blockSize)
    {
        int blocks = (data.Length + blockSize - 1) / blockSize;
        var sums = new uint[blocks];
        Exception error = null;
        var left = new CountdownEvent(blocks);
        for (int i = 0; i < blocks; i++)
        {
            int block = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                try
                {
                    int start = block * blockSize;
                    sums[block] = Fletcher(data.AsSpan(start, Math.Min(blockSize, data.Length - start)));
                }
                catch (Exception e)
                {
                    Interlocked.CompareExchange(ref error, e, null);
                }
                finally
                {
                    left.Signal();
                }
            });
        }

        left.Wait();
        return error == null ? sums : throw new InvalidOperationException("A block failed.", error);
    }

    private static uint Fletcher(ReadOnlySpan<byte> block)
    {
        uint a = 1;
        uint b = 0;
        foreach (byte value in block)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }

        return (b << 16) | a;
    }
}
