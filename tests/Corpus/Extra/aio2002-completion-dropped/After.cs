using System.Threading;
using System.Threading.Tasks;

namespace Cases.CompletionDropped;

/// <summary>Counts operations in flight; whoever wants to can wait until there are none.</summary>
public sealed class InFlight
{
    private int _count;
    private TaskCompletionSource<bool>? _idle;

    public void Begin() => Interlocked.Increment(ref _count);

    public void End()
    {
        if (Interlocked.Decrement(ref _count) == 0)
            TellIdle();
    }

    public Task WhenIdle()
    {
        var mine = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<bool> waiter = Interlocked.CompareExchange(ref _idle, mine, null) ?? mine;
        if (Volatile.Read(ref _count) == 0)
            TellIdle();
        return waiter.Task;
    }

    private void TellIdle()
    {
        Interlocked.Exchange(ref _idle, null)?.TrySetResult(true);
    }
}
