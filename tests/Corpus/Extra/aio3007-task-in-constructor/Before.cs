using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3007TaskInConstructor.Before;

public sealed class Reconciler
{
    private readonly ConcurrentQueue<Action> _work = new ConcurrentQueue<Action>();
    private readonly Task _loop;
    private readonly int _batch;
    private readonly CancellationToken _stop;

    public Reconciler(int batch, CancellationToken stop)
    {
        _stop = stop;
        _loop = Task.Run(() => Loop());
        _batch = batch;
    }

    public Task Completion => _loop;

    public void Post(Action action) => _work.Enqueue(action);

    private async Task Loop()
    {
        while (!_stop.IsCancellationRequested)
        {
            for (int i = 0; i < _batch && _work.TryDequeue(out Action action); i++)
            {
                action();
            }

            await Task.Delay(1000 / _batch);
        }
    }
}
