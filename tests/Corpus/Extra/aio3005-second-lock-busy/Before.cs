using System.Threading;

namespace Corpus.Extra.Aio3005SecondLockBusy.Before;

public sealed class Account
{
    private readonly object _sync = new object();
    private long _cents;

    public static bool TryMove(Account from, Account to, long cents)
    {
        if (!Monitor.TryEnter(from._sync, 100))
        {
            return false;
        }

        if (!Monitor.TryEnter(to._sync, 100))
        {
            return false;
        }

        from._cents -= cents;
        to._cents += cents;
        Monitor.Exit(to._sync);
        Monitor.Exit(from._sync);
        return true;
    }
}
