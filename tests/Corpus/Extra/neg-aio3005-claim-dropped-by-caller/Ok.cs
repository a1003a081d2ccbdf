using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3005ClaimDroppedByCaller;

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

    public async Task OnTickAsync()
    {
        if (Interlocked.Exchange(ref _flushing, 1) != 0)
        {
            return;
        }

        try
        {
            await FlushAsync();
        }
        catch
        {
            Volatile.Write(ref _flushing, 0);
            throw;
        }
    }

    private async Task FlushAsync()
    {
        string token = await _tokens.FetchAsync();
        try
        {
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
