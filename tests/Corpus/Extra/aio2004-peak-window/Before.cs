using System;
using System.Threading;

namespace Corpus.Extra.Aio2004PeakWindow.Before;

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
        long peak = Interlocked.Read(ref _peak);
        Volatile.Write(ref _peak, current);
        return peak;
    }
}
