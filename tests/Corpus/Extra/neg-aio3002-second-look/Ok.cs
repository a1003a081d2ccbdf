using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3002SecondLook;

public sealed class Interned
{
    private readonly ReaderWriterLockSlim _rw = new ReaderWriterLockSlim();
    private readonly Dictionary<string, object> _map = new Dictionary<string, object>();

    public object Get(string key)
    {
        _rw.EnterReadLock();
        try
        {
            if (_map.TryGetValue(key, out object known))
            {
                return known;
            }
        }
        finally
        {
            _rw.ExitReadLock();
        }

        var made = new object();
        _rw.EnterWriteLock();
        try
        {
            return _map.TryAdd(key, made) ? made : _map[key];
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public object Make(string key)
    {
        _rw.EnterReadLock();
        bool has = _map.ContainsKey(key);
        _rw.ExitReadLock();
        if (has)
        {
            return null;
        }

        _rw.EnterWriteLock();
        try
        {
            if (_map.ContainsKey(key))
            {
                return null;
            }

            var made = new object();
            _map.Add(key, made);
            return made;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }
}
