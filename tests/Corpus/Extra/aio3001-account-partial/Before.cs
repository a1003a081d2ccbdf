using System;
using System.Threading;

namespace Corpus.Extra.Aio3001AccountPartial.Before;

public sealed partial class Account
{
    private readonly Lock _sync = new();
    private decimal _balance;
    private int _entries;

    public void Credit(decimal amount)
    {
        lock (_sync)
        {
            _balance += amount;
            _entries++;
        }
    }

    public bool TryDebit(decimal amount)
    {
        using (_sync.EnterScope())
        {
            if (_balance < amount)
            {
                return false;
            }

            _balance -= amount;
            _entries++;
            return true;
        }
    }

    public (decimal Balance, int Entries) Statement()
    {
        lock (_sync)
        {
            return (_balance, _entries);
        }
    }
}

public sealed partial class Account
{
    public void AddInterest(decimal rate)
    {
        if (rate <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(rate));
        }

        _balance += _balance * rate;
        _entries++;
    }
}
