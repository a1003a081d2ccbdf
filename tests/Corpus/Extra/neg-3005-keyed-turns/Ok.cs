using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Neg3005KeyedTurns;

public sealed class KeyedCache
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new ConcurrentDictionary<string, SemaphoreSlim>();
    private readonly ConcurrentDictionary<string, object> _values = new ConcurrentDictionary<string, object>();

    public async Task<object> GetAsync(string key, Func<Task<object>> load)
    {
        if (_values.TryGetValue(key, out object value))
        {
            return value;
        }

        SemaphoreSlim turn = _turns.GetOrAdd(key, _ => new SemaphoreSlim(1, 1));
        bool owned = false;
        try
        {
            await turn.WaitAsync().ConfigureAwait(false);
            owned = true;
            if (_values.TryGetValue(key, out value))
            {
                return value;
            }

            value = await load().ConfigureAwait(false);
            _values[key] = value;
            return value;
        }
        finally
        {
            if (owned)
            {
                turn.Release();
            }
        }
    }

    public Task<object> RefreshAsync(string key, Func<Task<object>> load)
    {
        SemaphoreSlim turn = _turns.GetOrAdd(key, _ => new SemaphoreSlim(1, 1));
        Task waiting = turn.WaitAsync();
        return waiting.IsCompleted ? Finish(turn, load) : Slow(waiting, turn, load);
    }

    private static async Task<object> Slow(Task waiting, SemaphoreSlim turn, Func<Task<object>> load)
    {
        await waiting.ConfigureAwait(false);
        return await Finish(turn, load).ConfigureAwait(false);
    }

    private static async Task<object> Finish(SemaphoreSlim turn, Func<Task<object>> load)
    {
        try
        {
            return await load().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }
}
