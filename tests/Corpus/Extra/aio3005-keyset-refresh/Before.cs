using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3005KeysetRefresh.Before;

public sealed record KeySet(IReadOnlyDictionary<string, byte[]> Keys, DateTime FetchedAt)
{
    public bool OlderThan(TimeSpan age) => DateTime.UtcNow - FetchedAt > age;
}

public sealed class KeySetProvider
{
    private const int Idle = 0;
    private const int Refreshing = 1;

    private readonly SemaphoreSlim _first = new(1, 1);
    private volatile KeySet _current;
    private int _activity;
    private int _refreshes;
    private readonly Func<CancellationToken, Task<KeySet>> _fetch;
    private readonly TimeSpan _lifetime;

    public KeySetProvider(Func<CancellationToken, Task<KeySet>> fetch, TimeSpan lifetime)
    {
        _fetch = fetch;
        _lifetime = lifetime;
    }

    public int Refreshes => Volatile.Read(ref _refreshes);

    public ValueTask<KeySet> GetAsync(CancellationToken cancellation = default)
    {
        KeySet known = _current;
        if (known is null)
        {
            return new ValueTask<KeySet>(FirstAsync(cancellation));
        }

        if (known.OlderThan(_lifetime) && Interlocked.CompareExchange(ref _activity, Refreshing, Idle) == Idle)
        {
            _ = Task.Run(RefreshAsync, CancellationToken.None);
        }

        return new ValueTask<KeySet>(known);
    }

    public async Task<byte[]> FindAsync(string keyId, CancellationToken cancellation)
    {
        KeySet set = await GetAsync(cancellation).ConfigureAwait(false);
        return set.Keys.TryGetValue(keyId, out byte[] key) ? key : null;
    }

    private async Task<KeySet> FirstAsync(CancellationToken cancellation)
    {
        await _first.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            KeySet known = _current;
            if (known is null)
            {
                known = await _fetch(cancellation).ConfigureAwait(false);
                _current = known;
            }

            return known;
        }
        finally
        {
            _first.Release();
        }
    }

    private async Task RefreshAsync()
    {
        _current = await _fetch(CancellationToken.None).ConfigureAwait(false);
        Interlocked.Increment(ref _refreshes);
        Interlocked.Exchange(ref _activity, Idle);
    }
}
