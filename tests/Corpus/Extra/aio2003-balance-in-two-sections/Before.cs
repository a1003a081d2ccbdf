using System.Threading;

namespace Corpus.Extra.Aio2003BalanceInTwoSections.Before;

public sealed class Account
{
    private readonly object _gate = new object();
    private decimal _fee = 1;
    private long _cents;

    public void Deposit(long cents)
    {
        long balance;
        lock (_gate)
        {
            balance = _cents;
        }

        long raised = balance + cents;
        lock (_gate)
        {
            _cents = raised;
        }
    }

    public bool Withdraw(long cents)
    {
        lock (_gate)
        {
            if (_cents < cents)
            {
                return false;
            }

            _cents -= cents;
            return true;
        }
    }

    public decimal Fee => _fee;
}
