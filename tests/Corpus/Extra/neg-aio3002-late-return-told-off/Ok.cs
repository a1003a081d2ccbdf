using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio3002LateReturnToldOff;

public interface IConnection : IDisposable
{
    bool IsAlive { get; }
}

public sealed class ConnectionPool : IDisposable
{
    private readonly ConcurrentBag<IConnection> _idle = new ConcurrentBag<IConnection>();
    private readonly Func<IConnection> _open;
    private volatile bool _isClosed;

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
        if (_isClosed)
        {
            GC.SuppressFinalize(connection);
            return;
        }

        _idle.Add(connection);
    }

    public void Dispose()
    {
        _isClosed = true;
        while (_idle.TryTake(out IConnection connection))
            GC.SuppressFinalize(connection);
    }
}
