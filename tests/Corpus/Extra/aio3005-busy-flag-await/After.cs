using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3005BusyFlagAwait.After;

public sealed class RateCache
{
    private readonly Func<Task<decimal[]>> _download;
    private decimal[] _rates = Array.Empty<decimal>();
    private int _refreshing;

    public RateCache(Func<Task<decimal[]>> download) => _download = download;

    public decimal[] Rates => Volatile.Read(ref _rates);

    public async Task RefreshAsync()
    {
        if (Interlocked.CompareExchange(ref _refreshing, 1, 0) != 0)
        {
            return;
        }

        try
        {
            decimal[] rates = await _download();
            Volatile.Write(ref _rates, rates);
        }
        finally
        {
            Volatile.Write(ref _refreshing, 0);
        }
    }
}
