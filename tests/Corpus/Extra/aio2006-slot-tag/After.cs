using System;
using System.Threading;

namespace Corpus.Extra.Aio2006SlotTag.After;

public sealed class TagTable
{
    private readonly long[] _slots = new long[256];

    public bool TryClaim(int slot, long owner)
    {
        return Interlocked.CompareExchange(ref _slots[slot], owner, 0) == 0;
    }

    public void Free(int slot) => Volatile.Write(ref _slots[slot], 0);
}
