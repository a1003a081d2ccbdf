using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3005SecondTurn.After;

public sealed class PageStore
{
    private readonly SemaphoreSlim _turn = new SemaphoreSlim(1, 1);
    private readonly Dictionary<int, byte[]> _pages = new Dictionary<int, byte[]>();
    private readonly Func<int, Task<byte[]>> _fetch;

    public PageStore(Func<int, Task<byte[]>> fetch) => _fetch = fetch;

    public async Task<byte[]> GetAsync(int number)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_pages.TryGetValue(number, out byte[]? known))
                return known;
        }
        finally
        {
            _turn.Release();
        }

        byte[] fetched = await _fetch(number).ConfigureAwait(false);
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_pages.TryGetValue(number, out byte[]? meanwhile))
                return meanwhile;
            _pages.Add(number, fetched);
            return fetched;
        }
        finally
        {
            _turn.Release();
        }
    }
}
