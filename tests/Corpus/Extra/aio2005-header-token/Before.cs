using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2005HeaderToken.Before;

public readonly struct AccessToken
{
    public AccessToken(string value, DateTimeOffset expiresOn)
    {
        Value = value;
        ExpiresOn = expiresOn;
    }

    public string Value { get; }

    public DateTimeOffset ExpiresOn { get; }
}

public abstract class TokenCredential
{
    public abstract ValueTask<AccessToken> GetTokenAsync(string[] scopes, CancellationToken token);
}

public sealed class BearerTokenCache
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private readonly TokenCredential _credential;
    private readonly string[] _scopes;
    private readonly SemaphoreSlim _refresh = new SemaphoreSlim(1, 1);
    private AccessToken _current;

    public BearerTokenCache(TokenCredential credential, params string[] scopes)
    {
        _credential = credential;
        _scopes = scopes;
    }

    public async ValueTask<string> GetHeaderAsync(CancellationToken cancellation)
    {
        AccessToken cached = _current;
        if (IsFresh(cached))
            return Format(cached);

        await _refresh.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (!IsFresh(_current))
                _current = await _credential.GetTokenAsync(_scopes, cancellation).ConfigureAwait(false);
            return Format(_current);
        }
        finally
        {
            _refresh.Release();
        }
    }

    private static bool IsFresh(in AccessToken token)
        => token.Value != null && token.ExpiresOn - Skew > DateTimeOffset.UtcNow;

    private static string Format(in AccessToken token) => "Bearer " + token.Value;
}
