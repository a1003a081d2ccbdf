using System.Threading;
using System.Threading.Tasks;

namespace Cases.CompletedOnce;

/// <summary>An event that happens once; who waits for it looks behind its registration whether it has happened.</summary>
public sealed class Once
{
    private int _done;
    private TaskCompletionSource<bool>? _waiter;

    public void Complete()
    {
        if (Interlocked.Exchange(ref _done, 1) != 0)
            return;
        Volatile.Read(ref _waiter)?.TrySetResult(true);
        Interlocked.Exchange(ref _waiter, null);
    }

    public Task Wait()
    {
        var own = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<bool> waiter = Interlocked.CompareExchange(ref _waiter, own, null) ?? own;
        if (Volatile.Read(ref _done) == 1)
            waiter.TrySetResult(true);
        return waiter.Task;
    }
}
