using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2001RefreshTask.Before;

public sealed class TokenCache
{
    private readonly Func<Task<string>> _fetch;
    private volatile Task<string> _refreshing;

    public TokenCache(Func<Task<string>> fetch)
    {
        _fetch = fetch;
    }

    /// <summary>Called by every request that was refused.</summary>
    public Task<string> RefreshAsync()
    {
        if (_refreshing == null)
        {
            _refreshing = Task.Run(Fetch);
        }

        return _refreshing;
    }

    private async Task<string> Fetch()
    {
        return await _fetch().ConfigureAwait(false);
    }
}

public sealed class ApiClient
{
    private readonly TokenCache _tokens;

    public ApiClient(TokenCache tokens) => _tokens = tokens;

    public Task<string[]> CallAll(string[] paths, Func<string, string, string> call)
    {
        return Task.WhenAll(Array.ConvertAll(paths, path => Task.Run(async () =>
        {
            string token = await _tokens.RefreshAsync().ConfigureAwait(false);
            return call(path, token);
        })));
    }
}
