using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2003TenantSlots.Before;

public enum Verdict
{
    Admitted,
    TenantBusy,
    HostBusy,
}

public sealed class TenantLimiter
{
    private readonly int[] _inFlight;
    private readonly int _perTenant;
    private readonly int _overall;
    private int _total;

    public TenantLimiter(int tenants, int perTenant, int overall)
    {
        _inFlight = new int[tenants];
        _perTenant = perTenant;
        _overall = overall;
    }

    private ref int Slot(int tenant) => ref _inFlight[(uint)tenant % (uint)_inFlight.Length];

    public int InFlight(int tenant) => Volatile.Read(ref Slot(tenant));

    public Verdict TryBegin(int tenant)
    {
        if (Interlocked.Increment(ref _total) > _overall)
        {
            Interlocked.Decrement(ref _total);
            return Verdict.HostBusy;
        }

        if (Interlocked.Increment(ref Slot(tenant)) > _perTenant)
        {
            Slot(tenant)--;
            Interlocked.Decrement(ref _total);
            return Verdict.TenantBusy;
        }

        return Verdict.Admitted;
    }

    public void End(int tenant)
    {
        Interlocked.Decrement(ref Slot(tenant));
        Interlocked.Decrement(ref _total);
    }

    public async Task<Verdict> RunAsync(int tenant, Func<Task> body)
    {
        Verdict verdict = TryBegin(tenant);
        if (verdict == Verdict.Admitted)
        {
            try
            {
                await body().ConfigureAwait(false);
            }
            finally
            {
                End(tenant);
            }
        }

        return verdict;
    }
}
