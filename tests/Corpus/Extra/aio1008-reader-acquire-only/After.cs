using System;
using System.Threading;

namespace Corpus.Extra.Aio1008ReaderAcquireOnly.After;

public sealed class ClockCorrection
{
    private int _version;
    private long _baseTicks;
    private long _baseCounter;
    private double _rate = 1.0;

    /// <summary>Only the synchronisation timer calls this.</summary>
    public void Adjust(long ticks, long counter, double rate)
    {
        int version = _version;
        Volatile.Write(ref _version, version + 1);
        Volatile.WriteBarrier();
        _baseTicks = ticks;
        _baseCounter = counter;
        _rate = rate;
        Volatile.Write(ref _version, version + 2);
    }

    public long ToTicks(long counter)
    {
        while (true)
        {
            int before = Volatile.Read(ref _version);
            if ((before & 1) == 0)
            {
                long ticks = _baseTicks;
                long start = _baseCounter;
                double rate = _rate;
                Volatile.ReadBarrier();
                if (Volatile.Read(ref _version) == before)
                {
                    return ticks + (long)((counter - start) * rate);
                }
            }

            Thread.SpinWait(8);
        }
    }
}
