using System;
using System.Threading;

namespace Corpus.Extra.NegAio2006FlushOwner;

public sealed class Flusher
{
    private readonly Action<long> _flushUntil;
    private long _until;

    public Flusher(Action<long> flushUntil) => _flushUntil = flushUntil;

    public void FlushUntil(long end)
    {
        while (true)
        {
            long seen = Volatile.Read(ref _until);
            if (seen >= end)
            {
                return;
            }

            if (Interlocked.CompareExchange(ref _until, end, seen) == seen)
            {
                if (seen == 0)
                {
                    Work();
                }

                return;
            }
        }
    }

    private void Work()
    {
        while (true)
        {
            long end = Volatile.Read(ref _until);
            _flushUntil(end);
            if (Interlocked.CompareExchange(ref _until, 0, end) == end)
            {
                return;
            }
        }
    }
}
