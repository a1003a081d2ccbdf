using System;
using System.Threading;

namespace Corpus.Extra.Aio2006BothFresh.Before;

public sealed class Clock64
{
    private long _time;

    public long Now => Volatile.Read(ref _time);

    public void Advance(long by)
    {
        Interlocked.CompareExchange(ref _time, _time + by, _time);
    }

    public void Start() => new Thread(() =>
    {
        while (true)
        {
            Advance(1);
        }
    }).Start();
}
