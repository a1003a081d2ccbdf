using System.Threading;

namespace Corpus.Extra.NegAio2003EstimateMayLose;

public sealed class Latency
{
    private long _average;
    private int _state;

    public long Average => Volatile.Read(ref _average);

    public void Sample(long ticks)
    {
        long before = Volatile.Read(ref _average);
        long after = before == 0 ? ticks : ((before * 7) + ticks) / 8;
        Interlocked.CompareExchange(ref _average, after, before);
    }

    public void Raise(int step)
    {
        int before;
        do
        {
            before = Volatile.Read(ref _state);
        }
        while (Interlocked.CompareExchange(ref _state, before + step, before) != before);
    }

    public void TryRaise(int step)
    {
        int before = Volatile.Read(ref _state);
        Interlocked.CompareExchange(ref _state, before + step, before);
        if (Volatile.Read(ref _state) != before + step)
        {
            Raise(step);
        }
    }
}
