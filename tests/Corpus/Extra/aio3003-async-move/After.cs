using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3003AsyncMove.After;

public sealed class TaskBoard
{
    private readonly SemaphoreSlim _mutex = new SemaphoreSlim(1, 1);
    private readonly HashSet<int> _running = new HashSet<int>();
    private readonly List<int> _ended = new List<int>();

    public async Task CompleteAsync(int id)
    {
        await _mutex.WaitAsync().ConfigureAwait(false);
        try
        {
            _running.Remove(id);
            _ended.Add(id);
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async Task FailAsync(int id)
    {
        await _mutex.WaitAsync().ConfigureAwait(false);
        try
        {
            _running.Remove(id);
            _ended.Add(id);
        }
        finally
        {
            _mutex.Release();
        }
    }
}
