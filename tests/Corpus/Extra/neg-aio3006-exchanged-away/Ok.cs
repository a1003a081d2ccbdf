using System;
using System.Buffers;
using System.Threading;

namespace Corpus.Extra.NegAio3006ExchangedAway;

public sealed class SpareBuffer
{
    private byte[] _spare;

    public int Use(Func<byte[], int> work)
    {
        byte[] mine = Interlocked.Exchange(ref _spare, null) ?? ArrayPool<byte>.Shared.Rent(256);
        mine[0] = 0;
        int result = work(mine);
        byte[] old = Interlocked.Exchange(ref _spare, mine);
        if (old != null)
        {
            ArrayPool<byte>.Shared.Return(old);
        }

        return result;
    }

    public void Trim()
    {
        byte[] spare = Interlocked.Exchange(ref _spare, null);
        if (spare != null)
        {
            ArrayPool<byte>.Shared.Return(spare);
        }
    }
}
