using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3005ScopeStruct;

public sealed class RouteMap
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, string> _routes = new();

    public readonly struct WriteScope : IDisposable
    {
        private readonly ReaderWriterLockSlim _lock;

        public WriteScope(ReaderWriterLockSlim rw)
        {
            _lock = rw;
            rw.EnterWriteLock();
        }

        public void Dispose() => _lock.ExitWriteLock();
    }

    public readonly struct ReadScope : IDisposable
    {
        private readonly ReaderWriterLockSlim _lock;

        public ReadScope(ReaderWriterLockSlim rw)
        {
            _lock = rw;
            rw.EnterReadLock();
        }

        public void Dispose() => _lock.ExitReadLock();
    }

    public string Find(string prefix)
    {
        using (new ReadScope(_rw))
        {
            return _routes.TryGetValue(prefix, out string target) ? target : null;
        }
    }

    public void Set(string prefix, string target)
    {
        using var scope = new WriteScope(_rw);
        _routes[prefix] = target;
    }

    public int RemoveAll(Predicate<string> match)
    {
        using var scope = new WriteScope(_rw);
        int removed = 0;
        foreach (string prefix in new List<string>(_routes.Keys))
        {
            if (match(prefix) && _routes.Remove(prefix))
            {
                removed++;
            }
        }

        return removed;
    }
}
