using System;
using System.Threading;

namespace Corpus.Extra.Aio2001TakenInTwo.Before;

/// <summary>Collects lines and writes them out from whichever thread comes first; the others leave it to that one.</summary>
public sealed class LineFlusher
{
    private const int Free = 0;
    private const int Busy = 1;

    private readonly Action _flush;
    private int _state;

    public LineFlusher(Action flush)
    {
        _flush = flush;
    }

    public bool TryFlush()
    {
        int before = Volatile.Read(ref _state);
        Volatile.Write(ref _state, Busy);
        if (before == Busy)
        {
            return false;
        }

        try
        {
            _flush();
        }
        finally
        {
            Interlocked.Exchange(ref _state, Free);
        }

        return true;
    }
}
