using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3002LateBehindDispose;

public sealed class FrameSender : IDisposable
{
    private readonly ConcurrentQueue<TaskCompletionSource> _unacknowledged = new ConcurrentQueue<TaskCompletionSource>();
    private readonly Action<byte[]> _send;
    private volatile bool _disposing;

    public FrameSender(Action<byte[]> send)
    {
        _send = send;
    }

    public Task Send(byte[] frame)
    {
        if (_disposing)
            return Task.CompletedTask;
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _unacknowledged.Enqueue(sent);
        _send(frame);
        return sent.Task;
    }

    public void Acknowledge()
    {
        if (_unacknowledged.TryDequeue(out TaskCompletionSource first))
            first.TrySetResult();
    }

    public void Dispose()
    {
        _disposing = true;
        while (_unacknowledged.TryDequeue(out TaskCompletionSource waiting))
            waiting.TrySetCanceled();
    }
}
