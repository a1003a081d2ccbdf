using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2002DroppedWaiter.After;

public sealed class ChangeSignal
{
    private TaskCompletionSource _waiter;
    private int _version;

    public int Version => Volatile.Read(ref _version);

    public Task NextChangeAsync(int seen)
    {
        var own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource waiter = Interlocked.CompareExchange(ref _waiter, own, null) ?? own;
        if (Version != seen)
        {
            Interlocked.CompareExchange(ref _waiter, null, waiter);
            waiter.TrySetResult();
        }

        return waiter.Task;
    }

    public void Notify()
    {
        Interlocked.Increment(ref _version);
        TaskCompletionSource waiter = Interlocked.Exchange(ref _waiter, null);
        waiter?.TrySetResult();
    }
}

public sealed class Follower
{
    private readonly ChangeSignal _signal;

    public Follower(ChangeSignal signal) => _signal = signal;

    public Task Follow(int until) => Task.Run(async () =>
    {
        for (int seen = _signal.Version; seen < until; seen = _signal.Version)
        {
            await _signal.NextChangeAsync(seen).ConfigureAwait(false);
        }
    });
}
