using System;
using System.Threading;

namespace Corpus.Extra.Aio3005WaitAnswerMisread.After;

/// <summary>Lends pages, and makes who asks for too many wait until some come back.</summary>
public sealed class PageBudget
{
    private readonly object _sync = new object();
    private readonly int _limit;
    private int _lent;

    public PageBudget(int limit)
    {
        if (limit < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(limit));
        }

        _limit = limit;
    }

    public void Borrow()
    {
        bool isHeld = false;
        try
        {
            while (true)
            {
                if (!isHeld)
                {
                    Monitor.Enter(_sync);
                    isHeld = true;
                }

                if (_lent < _limit)
                {
                    _lent++;
                    return;
                }

                Monitor.Wait(_sync, 200);
            }
        }
        finally
        {
            if (isHeld)
            {
                Monitor.Exit(_sync);
            }
        }
    }

    public void GiveBack()
    {
        lock (_sync)
        {
            _lent--;
            Monitor.Pulse(_sync);
        }
    }
}
