using System;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3001LockedStateReplaced.Before;

public sealed class RouteTable
{
    public RouteTable(int version) => Version = version;

    public int Version { get; }

    public Dictionary<string, string> Routes { get; } = new Dictionary<string, string>();
}

public sealed class RouteHolder
{
    private readonly object _sync = new object();
    private RouteTable _table = new RouteTable(0);
    private int _changes;

    public void Add(string path, string target)
    {
        lock (_table)
        {
            _table.Routes[path] = target;
            _changes++;
        }
    }

    public void Reload(IEnumerable<KeyValuePair<string, string>> routes)
    {
        lock (_table)
        {
            var fresh = new RouteTable(_table.Version + 1);
            foreach (KeyValuePair<string, string> route in routes)
            {
                fresh.Routes[route.Key] = route.Value;
            }

            _table = fresh;
            _changes++;
        }
    }

    public int Changes()
    {
        lock (_table)
        {
            return _changes;
        }
    }
}
