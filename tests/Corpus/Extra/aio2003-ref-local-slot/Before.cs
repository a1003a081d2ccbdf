using System;
using System.Threading;

namespace Corpus.Extra.Aio2003RefLocalSlot.Before;

public sealed class SeatMap
{
    private readonly int[] _taken = new int[64];

    public bool Take(int row, int limit)
    {
        ref int slot = ref _taken[row];
        if (Volatile.Read(ref slot) >= limit)
        {
            return false;
        }

        slot = slot + 1;
        return true;
    }

    public void Free(int row) => Interlocked.Decrement(ref _taken[row]);
}
