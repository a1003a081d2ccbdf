using System;
using System.Threading;

namespace Corpus.Extra.NegAio2006ClassicLoop;

public sealed class BoundedCount
{
    private int _count;

    public bool TryAdd(int max)
    {
        int seen = Volatile.Read(ref _count);
        while (seen < max)
        {
            int found = Interlocked.CompareExchange(ref _count, seen + 1, seen);
            if (found == seen)
            {
                return true;
            }

            seen = found;
        }

        return false;
    }

    public bool TryTake()
    {
        while (true)
        {
            int seen = Volatile.Read(ref _count);
            if (seen == 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _count, seen - 1, seen) == seen)
            {
                return true;
            }
        }
    }
}
