using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3002JobQueueEmpty.Before;

public sealed class JobQueue
{
    private readonly Queue<Func<Task>> _jobs = new();
    private readonly object _lock = new();

    public void Add(Func<Task> job)
    {
        lock (_lock)
        {
            _jobs.Enqueue(job);
        }
    }

    public async Task<bool> RunOneAsync()
    {
        if (_jobs.Count == 0)
        {
            return false;
        }

        Func<Task> job;
        lock (_lock)
        {
            job = _jobs.Dequeue();
        }

        await job().ConfigureAwait(false);
        return true;
    }

    public Task RunAll(int workers)
    {
        var tasks = new Task[workers];
        for (int i = 0; i < workers; i++)
        {
            tasks[i] = Task.Run(async () =>
            {
                while (await RunOneAsync().ConfigureAwait(false))
                {
                }
            });
        }

        return Task.WhenAll(tasks);
    }
}
