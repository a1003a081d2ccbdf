using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio2006RoutesByValue;

public sealed class RouteBook
{
    private Routes _routes = new Routes(new Dictionary<string, int>());

    public void Drop(string name)
    {
        if (!Volatile.Read(ref _routes).Has(name))
        {
            return;
        }

        while (true)
        {
            Routes seen = Volatile.Read(ref _routes);
            Routes next = seen.Without(name);
            if (ReferenceEquals(Interlocked.CompareExchange(ref _routes, next, seen), seen))
            {
                return;
            }
        }
    }

    private sealed class Routes
    {
        private readonly Dictionary<string, int> _byName;

        public Routes(Dictionary<string, int> byName) => _byName = byName;

        public bool Has(string name) => _byName.ContainsKey(name);

        public Routes Without(string name)
        {
            var copy = new Dictionary<string, int>(_byName);
            copy.Remove(name);
            return new Routes(copy);
        }
    }
}
