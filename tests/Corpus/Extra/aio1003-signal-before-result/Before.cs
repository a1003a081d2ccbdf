using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio1003SignalBeforeResult.Before;

public sealed class PendingReply : IDisposable
{
    private readonly ManualResetEventSlim _arrived = new ManualResetEventSlim();
    private byte[] _answer;
    private int _status;

    public void Complete(int status, byte[] answer)
    {
        _arrived.Set();
        _status = status;
        _answer = answer;
    }

    public byte[] Wait(TimeSpan timeout)
    {
        if (!_arrived.Wait(timeout))
        {
            throw new TimeoutException();
        }

        return _status == 0 ? _answer : throw new InvalidOperationException("Status " + _status);
    }

    public void Dispose() => _arrived.Dispose();
}

public sealed class ReplyTable
{
    private readonly ConcurrentDictionary<int, PendingReply> _pending = new ConcurrentDictionary<int, PendingReply>();

    public PendingReply Open(int id) => _pending.GetOrAdd(id, static _ => new PendingReply());

    /// <summary>The socket's read loop.</summary>
    public void OnFrame(int id, int status, byte[] body)
    {
        if (_pending.TryRemove(id, out PendingReply reply))
        {
            reply.Complete(status, body);
        }
    }
}
