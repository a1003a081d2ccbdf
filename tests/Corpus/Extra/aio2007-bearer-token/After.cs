using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2007BearerToken.After;

public sealed record AccessToken(string Value, DateTimeOffset ExpiresAt);

public sealed class TokenSource
{
    private readonly Func<CancellationToken, Task<AccessToken>> _fetch;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _renewal = new SemaphoreSlim(1, 1);
    private volatile AccessToken _token;

    public TokenSource(Func<CancellationToken, Task<AccessToken>> fetch, TimeProvider clock)
    {
        _fetch = fetch;
        _clock = clock;
    }

    public async ValueTask<string> GetAsync(CancellationToken cancellation)
    {
        AccessToken current = _token;
        if (current?.ExpiresAt > _clock.GetUtcNow())
        {
            return current.Value;
        }

        await _renewal.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_token is { } held && held.ExpiresAt > _clock.GetUtcNow())
            {
                return held.Value;
            }

            AccessToken fresh = await _fetch(cancellation).ConfigureAwait(false);
            _token = fresh;
            return fresh.Value;
        }
        finally
        {
            _renewal.Release();
        }
    }

    public void Reject(string value)
    {
        AccessToken held = _token;
        if (held is not null && held.Value == value)
        {
            Interlocked.CompareExchange(ref _token, null, held);
        }
    }
}
