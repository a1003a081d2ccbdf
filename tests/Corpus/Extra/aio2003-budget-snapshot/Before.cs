using System;
using System.Threading;

namespace Corpus.Extra.Aio2003BudgetSnapshot.Before;

public sealed class MemoryBudget
{
    private readonly long _limit;
    private long _used;

    public MemoryBudget(long limit) => _limit = limit;

    public bool TryReserve(long size)
    {
        long used = Volatile.Read(ref _used);
        if (used + size > _limit)
        {
            return false;
        }

        Volatile.Write(ref _used, used + size);
        return true;
    }

    public void Release(long size) => Interlocked.Add(ref _used, -size);
}
