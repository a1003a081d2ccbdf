using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3005ClaimLeftToFlush.After;

public interface ITokenSource
{
    Task<string> FetchAsync();
}

public interface IAuditStore
{
    Task AppendAsync(string token, IReadOnlyList<string> entries);
}

public sealed class AuditBuffer
{
    private readonly ConcurrentQueue<string> _entries = new ConcurrentQueue<string>();
    private readonly ITokenSource _tokens;
    private readonly IAuditStore _store;
    private int _flushing;

    public AuditBuffer(ITokenSource tokens, IAuditStore store)
    {
        _tokens = tokens;
        _store = store;
    }

    public void Add(string entry) => _entries.Enqueue(entry);

    public Task OnTickAsync()
    {
        if (Interlocked.Exchange(ref _flushing, 1) != 0)
        {
            return Task.CompletedTask;
        }

        return FlushAsync();
    }

    private async Task FlushAsync()
    {
        try
        {
            string token = await _tokens.FetchAsync();
            var batch = new List<string>();
            while (_entries.TryDequeue(out string entry))
            {
                batch.Add(entry);
            }

            await _store.AppendAsync(token, batch);
        }
        finally
        {
            Volatile.Write(ref _flushing, 0);
        }
    }
}
