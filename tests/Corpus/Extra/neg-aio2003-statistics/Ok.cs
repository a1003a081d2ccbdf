using System;
using System.Threading;

namespace Corpus.Extra.NegAio2003Statistics;

public sealed class CacheStats
{
    private long _hits;
    private long _misses;

    public double Ratio => (double)Volatile.Read(ref _hits) / Math.Max(1, Volatile.Read(ref _hits) + Volatile.Read(ref _misses));

    public void Start(Func<bool> probe)
    {
        new Thread(() => Loop(probe)).Start();
    }

    public void Hit() => _hits++;

    public void Miss() => _misses++;

    private void Loop(Func<bool> probe)
    {
        while (true)
        {
            if (probe())
            {
                _hits++;
            }
            else
            {
                _misses++;
            }
        }
    }
}
