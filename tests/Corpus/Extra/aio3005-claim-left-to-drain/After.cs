using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3005ClaimLeftToDrain.After;

public interface IBridge
{
    Task<Stream> ConnectAsync();
}

public sealed class Command
{
    private readonly TaskCompletionSource _sent =
        new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public Command(ReadOnlyMemory<byte> payload)
    {
        Payload = payload;
    }

    public ReadOnlyMemory<byte> Payload { get; }

    public Task Sent => _sent.Task;

    public void SetSent() => _sent.TrySetResult();

    public void SetFailed(Exception error) => _sent.TrySetException(error);
}

public sealed class Backlog
{
    private readonly ConcurrentQueue<Command> _pending = new ConcurrentQueue<Command>();
    private readonly IBridge _bridge;
    private readonly Action<Exception> _onFault;
    private int _draining;

    public Backlog(IBridge bridge, Action<Exception> onFault)
    {
        _bridge = bridge ?? throw new ArgumentNullException(nameof(bridge));
        _onFault = onFault ?? throw new ArgumentNullException(nameof(onFault));
    }

    public int Length => _pending.Count;

    public Task WriteAsync(ReadOnlyMemory<byte> payload)
    {
        var command = new Command(payload);
        _pending.Enqueue(command);
        Kick();
        return command.Sent;
    }

    public void OnHeartbeat()
    {
        if (!_pending.IsEmpty)
        {
            Kick();
        }
    }

    private void Kick()
    {
        if (Interlocked.CompareExchange(ref _draining, 1, 0) == 0)
        {
            _ = Task.Run(DrainAsync);
        }
    }

    private async Task DrainAsync()
    {
        try
        {
            await DrainClaimedAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _onFault(e);
            return;
        }

        if (!_pending.IsEmpty)
        {
            Kick();
        }
    }

    private async Task DrainClaimedAsync()
    {
        try
        {
            Stream stream = await _bridge.ConnectAsync().ConfigureAwait(false);
            while (_pending.TryDequeue(out Command command))
            {
                try
                {
                    await stream.WriteAsync(command.Payload).ConfigureAwait(false);
                    command.SetSent();
                }
                catch (Exception e)
                {
                    command.SetFailed(e);
                    throw;
                }
            }

            await stream.FlushAsync().ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Exchange(ref _draining, 0);
        }
    }
}
