using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Neg3005SignalSemaphore;

public sealed class Mailbox
{
    private readonly SemaphoreSlim _items = new SemaphoreSlim(0);
    private readonly ConcurrentQueue<Func<Task>> _queue = new ConcurrentQueue<Func<Task>>();

    public void Post(Func<Task> work)
    {
        _queue.Enqueue(work);
        _items.Release();
    }

    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            await _items.WaitAsync(stop);
            if (stop.IsCancellationRequested)
            {
                _items.Release();
                return;
            }

            if (_queue.TryDequeue(out Func<Task> work))
            {
                await work();
            }
        }
    }
}
