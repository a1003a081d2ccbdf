using System;
using System.Threading;

namespace Corpus.Extra.Aio2004PeakWindow.After;

public sealed class PeakGauge
{
    private long _peak;

    public void Observe(long value)
    {
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

    public long TakePeak(long current)
    {
        return Interlocked.Exchange(ref _peak, current);
    }
}
