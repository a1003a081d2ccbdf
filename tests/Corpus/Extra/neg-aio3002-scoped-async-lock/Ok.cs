using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3002ScopedAsyncLock;

public sealed class AsyncGate
{
    private readonly SemaphoreSlim _one = new(1);

    public async ValueTask<IDisposable> LockAsync()
    {
        await _one.WaitAsync().ConfigureAwait(false);
        return new Exit(this);
    }

    private sealed class Exit : IDisposable
    {
        private AsyncGate _gate;

        public Exit(AsyncGate gate) => _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?._one.Release();
    }
}

public sealed class RetryQueue
{
    private readonly Queue<Func<Task>> _jobs = new();
    private readonly AsyncGate _runner = new();

    public void Add(Func<Task> job)
    {
        lock (_jobs)
        {
            _jobs.Enqueue(job);
            if (_jobs.Count <= 2)
                _ = Task.Run(RunAll);
        }
    }

    private async Task RunAll()
    {
        using (await _runner.LockAsync())
        {
            while (true)
            {
                Func<Task> job;
                lock (_jobs)
                {
                    if (_jobs.Count == 0)
                        break;
                    job = _jobs.Peek();
                }

                await job();
                lock (_jobs)
                    _jobs.Dequeue();
            }
        }
    }
}
