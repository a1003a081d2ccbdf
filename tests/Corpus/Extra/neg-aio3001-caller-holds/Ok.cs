using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace Corpus.Extra.NegAio3001CallerHolds;

public sealed class Ledger
{
    internal readonly object SyncRoot = new object();
    private readonly List<decimal> _entries = new List<decimal>();
    private decimal _sum;

    public void Book(decimal amount)
    {
        lock (SyncRoot)
        {
            BookLocked(amount);
        }
    }

    public decimal Sum()
    {
        lock (SyncRoot)
        {
            return _sum;
        }
    }

    internal void BookLocked(decimal amount)
    {
        Debug.Assert(Monitor.IsEntered(SyncRoot));
        _entries.Add(amount);
        _sum += amount;
    }

    internal decimal Undo()
    {
        Debug.Assert(Monitor.IsEntered(SyncRoot));
        decimal last = _entries[_entries.Count - 1];
        _entries.RemoveAt(_entries.Count - 1);
        _sum -= last;
        return last;
    }
}

public sealed class Teller
{
    private readonly Ledger _ledger;

    public Teller(Ledger ledger)
    {
        _ledger = ledger;
    }

    public void Correct(decimal amount)
    {
        lock (_ledger.SyncRoot)
        {
            _ledger.Undo();
            _ledger.BookLocked(amount);
        }
    }
}
