using System;
using System.Threading;

namespace Corpus.Extra.Aio2003RefLocalSlot.After;

public sealed class SeatMap
{
    private readonly int[] _taken = new int[64];

    public bool Take(int row, int limit)
    {
        ref int slot = ref _taken[row];
        if (Interlocked.Increment(ref slot) <= limit)
        {
            return true;
        }

        Interlocked.Decrement(ref slot);
        return false;
    }

    public void Free(int row) => Interlocked.Decrement(ref _taken[row]);
}
