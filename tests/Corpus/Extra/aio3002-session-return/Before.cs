using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002SessionReturn.Before;

public interface IServerSession : IDisposable
{
    bool IsUsable { get; }
}

public sealed class SessionPool
{
    private readonly object _gate = new object();
    private readonly Stack<IServerSession> _idle = new Stack<IServerSession>();
    private readonly Func<IServerSession> _open;
    private readonly int _maxIdle;
    private volatile bool _closed;

    public SessionPool(Func<IServerSession> open, int maxIdle)
    {
        _open = open;
        _maxIdle = maxIdle;
    }

    public IServerSession Rent()
    {
        lock (_gate)
        {
            if (_closed)
                throw new ObjectDisposedException(nameof(SessionPool));
            while (_idle.TryPop(out IServerSession session))
            {
                if (session.IsUsable)
                    return session;
                session.Dispose();
            }
        }
        return _open();
    }

    public void Return(IServerSession session)
    {
        bool keep = false;
        if (!_closed && session.IsUsable)
        {
            lock (_gate)
            {
                if (_idle.Count < _maxIdle)
                {
                    _idle.Push(session);
                    keep = true;
                }
            }
        }
        if (!keep)
            session.Dispose();
    }

    public void Close()
    {
        IServerSession[] drained;
        lock (_gate)
        {
            _closed = true;
            drained = _idle.ToArray();
            _idle.Clear();
        }
        foreach (IServerSession session in drained)
            session.Dispose();
    }
}
