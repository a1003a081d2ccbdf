using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Corpus.Extra.NegAio2001KeptResults;

/// <summary>Results that are kept once they are worked out: two threads may work out the same, and whichever is kept will do.</summary>
public sealed class RouteTable
{
    private readonly ConcurrentDictionary<string, List<string>> _routes = new();
    private readonly ConcurrentDictionary<string, Uri> _addresses = new();
    private readonly ConcurrentDictionary<string, StampedRoute> _stamped = new();
    private readonly ConcurrentDictionary<string, List<int>> _guarded = new();
    private readonly object _gate = new();

    public IReadOnlyList<string> RouteOf(string path)
    {
        if (!_routes.TryGetValue(path, out var route))
        {
            route = new List<string>();
            foreach (var part in path.Split('/'))
            {
                route.Add(part);
            }

            _routes[path] = route;
        }

        return route;
    }

    public Uri AddressOf(string host)
    {
        if (!_addresses.ContainsKey(host))
        {
            _addresses[host] = new Uri("https://" + host);
        }

        return _addresses[host];
    }

    public DateTime UsedAt(string name, DateTime now)
    {
        if (!_stamped.TryGetValue(name, out var entry))
        {
            entry = new StampedRoute(name);
            _stamped[name] = entry;
            return now;
        }

        DateTime before = entry.LastUsed;
        entry.LastUsed = now;
        return before;
    }

    public void Note(string name, int value)
    {
        lock (_gate)
        {
            if (!_guarded.TryGetValue(name, out var values))
            {
                values = new List<int>();
                _guarded[name] = values;
            }

            values.Add(value);
        }
    }

    public int Sum(string name)
    {
        lock (_gate)
        {
            return _guarded.TryGetValue(name, out var values) ? values.Sum() : 0;
        }
    }

    private sealed class StampedRoute
    {
        public StampedRoute(string name) => Name = name;

        public string Name { get; }

        public DateTime LastUsed { get; set; }
    }
}
