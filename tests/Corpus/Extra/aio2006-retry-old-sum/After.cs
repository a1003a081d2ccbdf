using System;
using System.Threading;

namespace Corpus.Extra.Aio2006RetryOldSum.After;

public sealed class Totals
{
    private long _sum;

    public long Sum => Volatile.Read(ref _sum);

    public void Add(long value)
    {
        long seen = Volatile.Read(ref _sum);
        long found;
        while ((found = Interlocked.CompareExchange(ref _sum, seen + value, seen)) != seen)
        {
            seen = found;
        }
    }

    public long Reset() => Interlocked.Exchange(ref _sum, 0);
}
