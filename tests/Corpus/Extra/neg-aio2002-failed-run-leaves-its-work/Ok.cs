using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2002FailedRunLeavesItsWork;

public interface IUplink
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

public sealed class Outbox
{
    private readonly ConcurrentQueue<Command> _pending = new ConcurrentQueue<Command>();
    private readonly IUplink _uplink;
    private readonly Action<Exception> _onFault;
    private int _sending;

    public Outbox(IUplink bridge, Action<Exception> onFault)
    {
        _uplink = bridge ?? throw new ArgumentNullException(nameof(bridge));
        _onFault = onFault ?? throw new ArgumentNullException(nameof(onFault));
    }

    public int Length => _pending.Count;

    public Task WriteAsync(ReadOnlyMemory<byte> payload)
    {
        var command = new Command(payload);
        _pending.Enqueue(command);
        Wake();
        return command.Sent;
    }

    public void OnHeartbeat()
    {
        if (!_pending.IsEmpty)
        {
            Wake();
        }
    }

    private void Wake()
    {
        if (Interlocked.CompareExchange(ref _sending, 1, 0) == 0)
        {
            _ = Task.Run(RunAsync);
        }
    }

    private async Task RunAsync()
    {
        try
        {
            await SendAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _onFault(e);
            return;
        }

        if (!_pending.IsEmpty)
        {
            Wake();
        }
    }

    private async Task SendAsync()
    {
        try
        {
            Stream stream = await _uplink.ConnectAsync().ConfigureAwait(false);
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
            Interlocked.Exchange(ref _sending, 0);
        }
    }
}
