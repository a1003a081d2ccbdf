using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001BehindScope.Before;

public static class GuardScopes
{
    public static Held Guard(this ReaderWriterLockSlim rw)
    {
        rw.EnterWriteLock();
        return new Held(rw);
    }

    public static Seen Look(this ReaderWriterLockSlim rw)
    {
        rw.EnterReadLock();
        return new Seen(rw);
    }

    public readonly struct Held : IDisposable
    {
        private readonly ReaderWriterLockSlim _taken;

        public Held(ReaderWriterLockSlim taken) => _taken = taken;

        public void Dispose() => _taken.ExitWriteLock();
    }

    public readonly struct Seen : IDisposable
    {
        private readonly ReaderWriterLockSlim _taken;

        public Seen(ReaderWriterLockSlim taken) => _taken = taken;

        public void Dispose() => _taken.ExitReadLock();
    }
}

public sealed class RouteLog
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, int> _routes = new();
    private readonly List<string> _changes = new();

    public void Set(string route, int target)
    {
        using (_rw.Guard())
        {
            _routes[route] = target;
            _changes.Add(route);
        }
    }

    public void Drop(string route)
    {
        using (_rw.Guard())
        {
            _routes.Remove(route);
        }

        _changes.Add(route);
    }

    public string[] Changes()
    {
        using (_rw.Look())
        {
            return _changes.ToArray();
        }
    }
}
