using System;

namespace Corpus.Extra.NegAio2003TakenTurn;

public sealed class Counter
{
    private readonly object _gate = new object();
    private bool _busy;
    private long _total;

    public bool TryAdd(Func<long, long> next)
    {
        long seen;
        lock (_gate)
        {
            if (_busy)
            {
                return false;
            }

            _busy = true;
            seen = _total;
        }

        long result = seen + next(seen);
        lock (_gate)
        {
            _total = result;
            _busy = false;
            return true;
        }
    }

    public bool TryReset()
    {
        lock (_gate)
        {
            if (_busy)
            {
                return false;
            }

            _total = 0;
            return true;
        }
    }
}
