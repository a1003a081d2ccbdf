using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio1001CallDrain.Before;

internal sealed class CallGate
{
    private readonly TaskCompletionSource _drained =
        new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _active;
    private volatile bool _stopping;

    public int Active => Volatile.Read(ref _active);

    public bool TryEnter()
    {
        Interlocked.Increment(ref _active);
        if (!_stopping)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _active) == 0 && _stopping)
        {
            _drained.TrySetResult();
        }
    }

    public Task StopAsync()
    {
        _stopping = true;
        if (Active == 0)
        {
            _drained.TrySetResult();
        }

        return _drained.Task;
    }
}

public sealed class RpcHost : IAsyncDisposable
{
    private readonly Func<ReadOnlyMemory<byte>, CancellationToken, Task<byte[]>> _handler;
    private readonly TimeSpan _grace;
    private readonly CallGate _gate = new CallGate();
    private readonly CancellationTokenSource _abort = new CancellationTokenSource();

    public RpcHost(Func<ReadOnlyMemory<byte>, CancellationToken, Task<byte[]>> handler, TimeSpan grace)
    {
        _handler = handler;
        _grace = grace;
    }

    public int RunningCalls => _gate.Active;

    public async Task<byte[]> DispatchAsync(ReadOnlyMemory<byte> request)
    {
        if (!_gate.TryEnter())
        {
            throw new ObjectDisposedException(nameof(RpcHost));
        }

        try
        {
            return await _handler(request, _abort.Token).ConfigureAwait(false);
        }
        finally
        {
            _gate.Leave();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task drained = _gate.StopAsync();
        if (await Task.WhenAny(drained, Task.Delay(_grace)).ConfigureAwait(false) != drained)
        {
            await _abort.CancelAsync().ConfigureAwait(false);
            await drained.ConfigureAwait(false);
        }
    }
}
