using System.Threading;

namespace Corpus.Extra.Aio2003BalanceInTwoSections.After;

public sealed class Account
{
    private readonly object _gate = new object();
    private decimal _fee = 1;
    private long _cents;

    public void Deposit(long cents)
    {
        lock (_gate)
        {
            long raised = _cents + cents;
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
