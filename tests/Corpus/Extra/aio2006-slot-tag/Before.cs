using System;
using System.Threading;

namespace Corpus.Extra.Aio2006SlotTag.Before;

public sealed class TagTable
{
    private readonly long[] _slots = new long[256];

    public bool TryClaim(int slot, long owner)
    {
        if (Volatile.Read(ref _slots[slot]) != 0)
        {
            return false;
        }

        long before = Volatile.Read(ref _slots[slot]);
        return Interlocked.CompareExchange(ref _slots[slot], owner, before) == before;
    }

    public void Free(int slot) => Volatile.Write(ref _slots[slot], 0);
}
