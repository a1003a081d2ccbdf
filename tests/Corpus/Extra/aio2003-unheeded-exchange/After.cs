using System.Collections.Immutable;
using System.Threading;

namespace Corpus.Extra.Aio2003UnheededExchange.After;

public sealed class Charges
{
    private ImmutableList<string> _accounts = ImmutableList<string>.Empty;
    private long _cents;

    public long Cents => Interlocked.Read(ref _cents);

    public ImmutableList<string> Accounts => Volatile.Read(ref _accounts);

    public void Charge(string account, long cents, long percent)
    {
        long withFee = cents + cents * percent / 100;
        Interlocked.Add(ref _cents, withFee);
        ImmutableInterlocked.Update(ref _accounts, static (list, name) => list.Contains(name) ? list : list.Add(name), account);
    }

    public void Refund(long cents)
    {
        Interlocked.Add(ref _cents, -cents);
    }
}
