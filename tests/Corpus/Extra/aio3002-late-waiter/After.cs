using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3002LateWaiter.After;

public sealed class StartupGate
{
    private readonly ConcurrentQueue<TaskCompletionSource<string>> _waiting = new ConcurrentQueue<TaskCompletionSource<string>>();
    private string _endpoint;
    private volatile bool _isOpen;

    public bool IsOpen => _isOpen;

    public Task<string> EndpointAsync()
    {
        if (_isOpen)
            return Task.FromResult(_endpoint);
        var waiter = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue(waiter);
        if (_isOpen)
            ReleaseAll();
        return waiter.Task;
    }

    public void Open(string endpoint)
    {
        _endpoint = endpoint;
        _isOpen = true;
        Interlocked.MemoryBarrier();
        ReleaseAll();
    }

    private void ReleaseAll()
    {
        while (_waiting.TryDequeue(out TaskCompletionSource<string> waiter))
            waiter.TrySetResult(_endpoint);
    }
}
