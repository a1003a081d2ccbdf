using System;
using System.Threading;

namespace Corpus.Extra.Aio2003BudgetSnapshot.After;

public sealed class MemoryBudget
{
    private readonly long _limit;
    private long _used;

    public MemoryBudget(long limit) => _limit = limit;

    public bool TryReserve(long size)
    {
        long used = Volatile.Read(ref _used);
        while (used + size <= _limit)
        {
            long found = Interlocked.CompareExchange(ref _used, used + size, used);
            if (found == used)
            {
                return true;
            }

            used = found;
        }

        return false;
    }

    public void Release(long size) => Interlocked.Add(ref _used, -size);
}
