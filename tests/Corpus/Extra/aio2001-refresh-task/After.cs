using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2001RefreshTask.After;

public sealed class TokenCache
{
    private readonly Func<Task<string>> _fetch;
    private TaskCompletionSource<string> _refreshing;

    public TokenCache(Func<Task<string>> fetch)
    {
        _fetch = fetch;
    }

    /// <summary>Called by every request that was refused.</summary>
    public Task<string> RefreshAsync()
    {
        TaskCompletionSource<string> running = Volatile.Read(ref _refreshing);
        if (running == null)
        {
            var own = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            running = Interlocked.CompareExchange(ref _refreshing, own, null);
            if (running == null)
            {
                running = own;
                Task.Run(() => Fetch(own));
            }
        }

        return running.Task;
    }

    private async Task Fetch(TaskCompletionSource<string> own)
    {
        try
        {
            own.SetResult(await _fetch().ConfigureAwait(false));
        }
        catch (Exception e)
        {
            own.SetException(e);
        }
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
