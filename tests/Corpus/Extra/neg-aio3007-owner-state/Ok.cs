using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3007OwnerState;

public sealed class Connection
{
    public readonly string Remote;
    public DateTime LastUsed;
    public Connection(string remote) { Remote = remote; }
}

public sealed class ConnectionPool
{
    private readonly ConcurrentDictionary<string, Connection> _open = new ConcurrentDictionary<string, Connection>();

    public Connection Open(string remote)
    {
        var connection = new Connection(remote);
        connection.LastUsed = DateTime.UtcNow;
        _open[remote] = connection;
        Trace(connection);
        connection.LastUsed = DateTime.UtcNow;
        return connection;
    }

    public bool IsOpen(string remote) => _open.TryGetValue(remote, out Connection connection) && connection.Remote == remote;

    public DateTime LastUsed(string remote) => _open.TryGetValue(remote, out Connection connection) ? connection.LastUsed : default;

    private static void Trace(Connection connection) => System.Diagnostics.Debug.WriteLine(connection.Remote);
}
