using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio1004TwoCounters;

public sealed class Canteen
{
    private readonly List<int> _tables = new();
    private int _total;
    private int _waiting;

    public void Open(int table)
    {
        lock (_tables)
        {
            _tables.Add(table);
            _total = _tables.Count;
        }
    }

    public void Wait(Semaphore seats)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            seats.WaitOne();
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        Open(0);
    }

    public bool NeedsMore(int most, int free)
    {
        if (_total >= most)
        {
            return false;
        }

        int waiting = _waiting;
        return waiting > free;
    }
}
