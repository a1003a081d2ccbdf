using System;
using System.Threading;

namespace Corpus.Extra.Aio2006BothFresh.After;

public sealed class Clock64
{
    private long _time;

    public long Now => Volatile.Read(ref _time);

    public void Advance(long by)
    {
        long seen = Volatile.Read(ref _time);
        while (true)
        {
            long found = Interlocked.CompareExchange(ref _time, seen + by, seen);
            if (found == seen)
            {
                return;
            }

            seen = found;
        }
    }

    public void Start() => new Thread(() =>
    {
        while (true)
        {
            Advance(1);
        }
    }).Start();
}
