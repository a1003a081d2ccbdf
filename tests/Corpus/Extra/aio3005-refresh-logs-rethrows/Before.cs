using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3005RefreshLogsRethrows.Before;

public sealed class TariffCache
{
    private readonly Func<Task<decimal[]>> _download;
    private readonly Action<Exception> _log;
    private decimal[] _tariffs = Array.Empty<decimal>();
    private int _refreshing;

    public TariffCache(Func<Task<decimal[]>> download, Action<Exception> log)
    {
        _download = download;
        _log = log;
    }

    public decimal[] Tariffs => Volatile.Read(ref _tariffs);

    public async Task RefreshAsync()
    {
        if (Interlocked.CompareExchange(ref _refreshing, 1, 0) != 0)
        {
            return;
        }

        await LoadAsync();
        Volatile.Write(ref _refreshing, 0);
    }

    private async Task LoadAsync()
    {
        try
        {
            Volatile.Write(ref _tariffs, await _download());
        }
        catch (Exception e)
        {
            _log(e);
            throw;
        }
    }
}
