using System;

namespace Corpus.Extra.NegAio3001ClaimedUnderLock;

public sealed class Flusher
{
    private readonly object _gate = new object();
    private readonly Func<int> _flush;
    private bool _isFlushing;
    private long _total;

    public Flusher(Func<int> flush) => _flush = flush;

    public bool TryFlush()
    {
        lock (_gate)
        {
            if (_isFlushing)
            {
                return false;
            }

            _isFlushing = true;
        }

        _total += _flush();
        lock (_gate)
        {
            _isFlushing = false;
        }

        return true;
    }

    public long Reset()
    {
        lock (_gate)
        {
            if (_isFlushing)
            {
                throw new InvalidOperationException("It is being flushed.");
            }

            long total = _total;
            _total = 0;
            return total;
        }
    }
}
