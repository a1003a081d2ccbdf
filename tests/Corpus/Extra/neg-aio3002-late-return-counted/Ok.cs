using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio3002LateReturnCounted;

public interface IConnection : IDisposable
{
    bool IsAlive { get; }
}

public sealed class ConnectionPool : IDisposable
{
    private readonly ConcurrentBag<IConnection> _idle = new ConcurrentBag<IConnection>();
    private readonly Func<IConnection> _open;
    private volatile bool _isClosed;
    private int _returning;

    public ConnectionPool(Func<IConnection> open) => _open = open;

    public IConnection Rent()
    {
        while (_idle.TryTake(out IConnection connection))
        {
            if (connection.IsAlive)
                return connection;
            connection.Dispose();
        }

        return _open();
    }

    public void Return(IConnection connection)
    {
        Interlocked.Increment(ref _returning);
        try
        {
            if (_isClosed)
                connection.Dispose();
            else
                _idle.Add(connection);
        }
        finally
        {
            Interlocked.Decrement(ref _returning);
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        Interlocked.MemoryBarrier();
        SpinWait.SpinUntil(() => Volatile.Read(ref _returning) == 0);
        while (_idle.TryTake(out IConnection connection))
            connection.Dispose();
    }
}
