using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3002IdleAskedByFlag;

public sealed class UploadQueue
{
    private readonly object _gate = new object();
    private readonly Queue<TaskCompletionSource> _waiters = new Queue<TaskCompletionSource>();
    private int _pending;
    private bool _isIdle = true;

    public void Begin()
    {
        lock (_gate)
        {
            _pending++;
            _isIdle = false;
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _pending--;
            if (_pending == 0)
            {
                _isIdle = true;
                while (_waiters.Count > 0)
                    _waiters.Dequeue().SetResult();
            }
        }
    }

    public Task WhenDrainedAsync()
    {
        if (_pending == 0)
            return Task.CompletedTask;

        lock (_gate)
        {
            if (_isIdle)
                return Task.CompletedTask;

            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Enqueue(waiter);
            return waiter.Task;
        }
    }
}
