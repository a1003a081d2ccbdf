using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3007AddedLast;

public sealed class Route
{
    public string Host;
    public List<int> Ports;
}

public sealed class Routes
{
    private readonly ConcurrentDictionary<string, Route> _routes = new ConcurrentDictionary<string, Route>();

    public void Add(string name, string host, IEnumerable<int> ports)
    {
        var route = new Route();
        route.Host = host;
        route.Ports = new List<int>(ports);
        _routes[name] = route;
    }

    public int Count(string name) => _routes.TryGetValue(name, out Route route) ? route.Ports.Count : 0;

    public string HostOf(string name) => _routes.TryGetValue(name, out Route route) ? route.Host : null;
}
