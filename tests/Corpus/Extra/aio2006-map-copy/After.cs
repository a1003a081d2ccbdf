using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio2006MapCopy.After;

public sealed class RouteMap
{
    private Dictionary<string, Action> _routes = new();

    public Action Find(string path) => Volatile.Read(ref _routes).TryGetValue(path, out Action route) ? route : null;

    public void Add(string path, Action route)
    {
        while (true)
        {
            Dictionary<string, Action> current = Volatile.Read(ref _routes);
            var copy = new Dictionary<string, Action>(current);
            copy[path] = route;
            if (Interlocked.CompareExchange(ref _routes, copy, current) == current)
            {
                return;
            }
        }
    }
}
