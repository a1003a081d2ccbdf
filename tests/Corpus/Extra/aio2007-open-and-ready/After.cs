using System.Threading;

namespace Corpus.Extra.Aio2007OpenAndReady.After;

public sealed class Uplink
{
    private Connection _connection;

    public bool IsReady => Volatile.Read(ref _connection) is { } connection && connection.IsOpen;

    public void Open(Connection connection)
    {
        Volatile.Write(ref _connection, connection);
        var monitor = new Thread(Monitor);
        monitor.Start();
    }

    private void Monitor()
    {
        while (Volatile.Read(ref _connection) is { IsOpen: true })
        {
            Thread.Sleep(100);
        }

        _connection = null;
    }

    public sealed class Connection
    {
        public volatile bool IsOpen;
    }
}
