using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002LateReturnNoRoom;

/// <summary>A pool of connections whose limit is zero from the moment it is closed.</summary>
public sealed class ConnectionPool
{
    private readonly object _gate = new object();
    private readonly Queue<IConnection> _idle = new Queue<IConnection>();
    private readonly Func<IConnection> _open;
    private int _limit;
    private volatile bool _closed;

    public ConnectionPool(Func<IConnection> open, int limit)
    {
        _open = open;
        _limit = limit;
    }

    public IConnection Rent()
    {
        lock (_gate)
        {
            if (_closed)
                throw new ObjectDisposedException(nameof(ConnectionPool));
            if (_idle.Count > 0)
                return _idle.Dequeue();
        }

        return _open();
    }

    public void Return(IConnection connection)
    {
        // A hint that spares a closed pool the question and the lock; the limit is what decides.
        if (!_closed && connection.IsUsable)
        {
            lock (_gate)
            {
                if (_idle.Count < _limit)
                {
                    _idle.Enqueue(connection);
                    return;
                }
            }
        }

        connection.Dispose();
    }

    public void Close()
    {
        IConnection[] drained;
        lock (_gate)
        {
            _closed = true;
            _limit = 0;
            drained = _idle.ToArray();
            _idle.Clear();
        }

        foreach (IConnection connection in drained)
            connection.Dispose();
    }
}

public interface IConnection : IDisposable
{
    bool IsUsable { get; }
}
