using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002ReadThenWriteLock.Before;

public sealed class Symbols
{
    private readonly ReaderWriterLockSlim _rw = new ReaderWriterLockSlim();
    private readonly Dictionary<string, int> _ids = new Dictionary<string, int>();

    public int Intern(string name)
    {
        _rw.EnterReadLock();
        try
        {
            if (_ids.TryGetValue(name, out int id))
            {
                return id;
            }
        }
        finally
        {
            _rw.ExitReadLock();
        }

        _rw.EnterWriteLock();
        try
        {
            int next = _ids.Count;
            _ids.Add(name, next);
            return next;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public void Reset()
    {
        _rw.EnterWriteLock();
        try
        {
            _ids.Clear();
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }
}
