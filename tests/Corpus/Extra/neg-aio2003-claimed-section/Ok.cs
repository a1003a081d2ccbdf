using System;
using System.Threading;

namespace Corpus.Extra.NegAio2003ClaimedSection;

public sealed class Compactor
{
    private int _busy;
    private volatile int _rounds;

    public int Rounds => _rounds;

    public bool TryCompact(Action work)
    {
        if (Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
        {
            return false;
        }

        work();
        _rounds++;
        Volatile.Write(ref _busy, 0);
        return true;
    }

    public bool TryRollBack()
    {
        if (Interlocked.Exchange(ref _busy, 1) != 0)
        {
            return false;
        }

        _rounds--;
        Volatile.Write(ref _busy, 0);
        return true;
    }
}
