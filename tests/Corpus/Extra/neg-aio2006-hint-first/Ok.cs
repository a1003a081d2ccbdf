using System;
using System.Threading;

namespace Corpus.Extra.NegAio2006HintFirst;

public sealed class Peak
{
    private long _peak;

    public long Value => Volatile.Read(ref _peak);

    public void Observe(long value)
    {
        if (value <= _peak)
        {
            return;
        }

        long seen = Volatile.Read(ref _peak);
        while (value > seen)
        {
            long found = Interlocked.CompareExchange(ref _peak, value, seen);
            if (found == seen)
            {
                return;
            }

            seen = found;
        }
    }
}
