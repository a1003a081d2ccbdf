using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3002WaiterMissed.Before;

public sealed class Session : IDisposable
{
    private int _disposed;

    public Session(EndPoint remote) => Remote = remote;

    public EndPoint Remote { get; }
    public bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    public void Dispose() => Volatile.Write(ref _disposed, 1);
}

public sealed class SessionPool : IDisposable
{
    private readonly object _sync = new object();
    private readonly Stack<Session> _idle = new Stack<Session>();
    private readonly Queue<TaskCompletionSource<Session>> _waiters = new Queue<TaskCompletionSource<Session>>();
    private readonly EndPoint _remote;
    private readonly int _limit;
    private int _open;
    private bool _closed;

    public SessionPool(EndPoint remote, int limit)
    {
        _remote = remote;
        _limit = limit;
    }

    public Task<Session> RentAsync()
    {
        lock (_sync)
        {
            if (_closed)
            {
                return Task.FromException<Session>(new ObjectDisposedException(nameof(SessionPool)));
            }

            if (_idle.TryPop(out Session session))
            {
                return Task.FromResult(session);
            }

            if (_open < _limit)
            {
                _open++;
                return Task.FromResult(new Session(_remote));
            }

            var waiter = new TaskCompletionSource<Session>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Enqueue(waiter);
            return waiter.Task;
        }
    }

    public void Return(Session session)
    {
        TaskCompletionSource<Session> waiter;
        lock (_sync)
        {
            _waiters.TryDequeue(out waiter);
        }

        if (waiter != null)
        {
            waiter.SetResult(session);
            return;
        }

        lock (_sync)
        {
            if (!_closed)
            {
                _idle.Push(session);
                return;
            }
        }

        session.Dispose();
    }

    public void Discard(Session session)
    {
        TaskCompletionSource<Session> waiter;
        lock (_sync)
        {
            if (!_waiters.TryDequeue(out waiter))
            {
                _open--;
            }
        }

        session.Dispose();
        waiter?.SetResult(new Session(_remote));
    }

    public void Dispose()
    {
        Session[] idle;
        TaskCompletionSource<Session>[] waiters;
        lock (_sync)
        {
            _closed = true;
            idle = _idle.ToArray();
            _idle.Clear();
            waiters = _waiters.ToArray();
            _waiters.Clear();
        }

        Array.ForEach(idle, s => s.Dispose());
        Array.ForEach(waiters, w => w.SetException(new ObjectDisposedException(nameof(SessionPool))));
    }
}
