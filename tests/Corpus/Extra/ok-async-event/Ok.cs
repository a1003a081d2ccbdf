using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.OkAsyncEvent;

public sealed class AsyncManualResetEvent
{
    private volatile TaskCompletionSource _source = Create();

    public bool IsSet => _source.Task.IsCompleted;

    public Task WaitAsync() => _source.Task;

    public void Set() => _source.TrySetResult();

    public void Reset()
    {
        while (true)
        {
            TaskCompletionSource source = _source;
            if (!source.Task.IsCompleted || Interlocked.CompareExchange(ref _source, Create(), source) == source)
            {
                return;
            }
        }
    }

    private static TaskCompletionSource Create() => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
}

public sealed class Throttle
{
    private readonly AsyncManualResetEvent _open = new AsyncManualResetEvent();
    private int _inFlight;

    public async Task EnterAsync()
    {
        while (true)
        {
            if (Interlocked.Increment(ref _inFlight) <= 8)
            {
                return;
            }

            _open.Reset();
            Leave();
            await _open.WaitAsync().ConfigureAwait(false);
        }
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _inFlight) < 8)
        {
            _open.Set();
        }
    }
}
