using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio2006RouteTable.After;

public interface IRouteHandler
{
    void Handle(string topic, ReadOnlyMemory<byte> body);
}

public sealed class TopicRouter
{
    private sealed class Route
    {
        public Route(string pattern, IRouteHandler handler)
        {
            Prefix = pattern.EndsWith("*", StringComparison.Ordinal) ? pattern.Substring(0, pattern.Length - 1) : null;
            Exact = Prefix == null ? pattern : null;
            Handler = handler;
        }

        public string Prefix { get; }
        public string Exact { get; }
        public IRouteHandler Handler { get; }

        public bool Matches(string topic) =>
            Exact != null
                ? string.Equals(topic, Exact, StringComparison.Ordinal)
                : topic.StartsWith(Prefix, StringComparison.Ordinal);
    }

    private sealed class Registration : IDisposable
    {
        private readonly TopicRouter _router;
        private Route _route;

        public Registration(TopicRouter router, Route route)
        {
            _router = router;
            _route = route;
        }

        public void Dispose()
        {
            Route route = Interlocked.Exchange(ref _route, null);
            if (route != null)
                _router.Remove(route);
        }
    }

    private Route[] _routes = Array.Empty<Route>();

    public int Count => Volatile.Read(ref _routes).Length;

    public IDisposable Map(string pattern, IRouteHandler handler)
    {
        if (handler == null)
            throw new ArgumentNullException(nameof(handler));

        Route route = new Route(pattern, handler);
        while (true)
        {
            Route[] current = Volatile.Read(ref _routes);
            Route[] next = new Route[current.Length + 1];
            Array.Copy(current, next, current.Length);
            next[current.Length] = route;

            if (Interlocked.CompareExchange(ref _routes, next, current) == current)
                return new Registration(this, route);
        }
    }

    private void Remove(Route route)
    {
        while (true)
        {
            Route[] current = Volatile.Read(ref _routes);
            int index = Array.IndexOf(current, route);
            if (index < 0)
                return;

            Route[] next = new Route[current.Length - 1];
            Array.Copy(current, 0, next, 0, index);
            Array.Copy(current, index + 1, next, index, next.Length - index);
            if (Interlocked.CompareExchange(ref _routes, next, current) == current)
                return;
        }
    }

    public int Dispatch(string topic, ReadOnlyMemory<byte> body)
    {
        int delivered = 0;
        foreach (Route route in Volatile.Read(ref _routes))
        {
            if (!route.Matches(topic))
                continue;

            route.Handler.Handle(topic, body);
            delivered++;
        }

        return delivered;
    }
}
