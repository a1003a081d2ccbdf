using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005DuplicateKeyThrow.Before;

public sealed class KeyTable
{
    private readonly ReaderWriterLockSlim _sync = new ReaderWriterLockSlim();
    private readonly Dictionary<int, string> _rows = new Dictionary<int, string>();

    public void Insert(int key, string row)
    {
        _sync.EnterWriteLock();
        if (_rows.ContainsKey(key))
        {
            throw new ArgumentException("There is such a row already.", nameof(key));
        }

        _rows.Add(key, row);
        _sync.ExitWriteLock();
    }

    public bool Has(int key)
    {
        _sync.EnterReadLock();
        bool has = _rows.ContainsKey(key);
        _sync.ExitReadLock();
        return has;
    }
}
