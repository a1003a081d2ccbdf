using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3001ClaimedByVote;

public sealed class Ledger
{
    private readonly object _gate = new object();
    private readonly Func<IReadOnlyList<decimal>> _fetch;
    private bool _isImporting;
    private decimal _balance;

    public Ledger(Func<IReadOnlyList<decimal>> fetch) => _fetch = fetch;

    public bool TryImport()
    {
        lock (_gate)
        {
            if (_isImporting)
            {
                return false;
            }

            _isImporting = true;
        }

        foreach (decimal booking in _fetch())
        {
            _balance += booking;
        }

        lock (_gate)
        {
            _isImporting = false;
        }

        return true;
    }

    public void Book(decimal amount)
    {
        lock (_gate)
        {
            Refuse();
            _balance += amount;
        }
    }

    public decimal Close()
    {
        lock (_gate)
        {
            if (_isImporting)
            {
                throw new InvalidOperationException("The books are being imported.");
            }

            decimal balance = _balance;
            _balance = 0;
            return balance;
        }
    }

    public bool Covers(decimal amount)
    {
        lock (_gate)
        {
            return !_isImporting && _balance >= amount;
        }
    }

    private void Refuse()
    {
        if (_isImporting)
        {
            throw new InvalidOperationException("The books are being imported.");
        }
    }
}
