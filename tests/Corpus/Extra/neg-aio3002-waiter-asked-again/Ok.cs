using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3002WaiterAskedAgain;

public sealed class TicketDesk
{
    private readonly object _sync = new object();
    private readonly Stack<int> _free = new Stack<int>();
    private readonly Queue<TaskCompletionSource<int>> _waiters = new Queue<TaskCompletionSource<int>>();
    private long _handedOver;

    public Task<int> TakeAsync()
    {
        lock (_sync)
        {
            if (_free.TryPop(out int ticket))
                return Task.FromResult(ticket);
            var waiter = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Enqueue(waiter);
            return waiter.Task;
        }
    }

    public void Return(int ticket)
    {
        TaskCompletionSource<int> waiter;
        lock (_sync)
        {
            _waiters.TryDequeue(out waiter);
        }

        if (waiter == null)
        {
            lock (_sync)
            {
                if (!_waiters.TryDequeue(out waiter))
                {
                    _free.Push(ticket);
                    return;
                }

                _handedOver++;
            }
        }

        waiter.SetResult(ticket);
    }
}
