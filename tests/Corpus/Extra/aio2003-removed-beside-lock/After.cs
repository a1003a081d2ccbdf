using System;
using System.Threading;

namespace Corpus.Extra.Aio2003RemovedBesideLock
{
    /// <summary>Filters through which each request goes; read without a lock.</summary>
    public sealed class FilterChain
    {
        private readonly object _changes = new object();
        private Func<string, bool>[] _filters = Array.Empty<Func<string, bool>>();

        public bool Passes(string request)
        {
            foreach (Func<string, bool> filter in Volatile.Read(ref _filters))
            {
                if (!filter(request))
                {
                    return false;
                }
            }

            return true;
        }

        public void Add(Func<string, bool> filter)
        {
            lock (_changes)
            {
                var grown = new Func<string, bool>[_filters.Length + 1];
                Array.Copy(_filters, grown, _filters.Length);
                grown[_filters.Length] = filter;
                Volatile.Write(ref _filters, grown);
            }
        }

        public bool Remove(Func<string, bool> filter)
        {
            lock (_changes)
            {
                int at = Array.IndexOf(_filters, filter);
                if (at < 0)
                {
                    return false;
                }

                var rest = new Func<string, bool>[_filters.Length - 1];
                Array.Copy(_filters, 0, rest, 0, at);
                Array.Copy(_filters, at + 1, rest, at, rest.Length - at);
                Volatile.Write(ref _filters, rest);
                return true;
            }
        }
    }
}
