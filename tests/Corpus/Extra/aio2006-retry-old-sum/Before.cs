using System;
using System.Threading;

namespace Corpus.Extra.Aio2006RetryOldSum.Before;

public sealed class Totals
{
    private long _sum;

    public long Sum => Volatile.Read(ref _sum);

    public void Add(long value)
    {
        long seen = Volatile.Read(ref _sum);
        long next = seen + value;
        long found;
        while ((found = Interlocked.CompareExchange(ref _sum, next, seen)) != seen)
        {
            seen = found;
        }
    }

    public long Reset() => Interlocked.Exchange(ref _sum, 0);
}
