using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005UpgradeableFactory.After;

public sealed class Memo<TKey, TValue> where TKey : notnull
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<TKey, TValue> _values = new();

    public TValue GetOrAdd(TKey key, Func<TKey, TValue> factory)
    {
        _rw.EnterUpgradeableReadLock();
        try
        {
            if (_values.TryGetValue(key, out TValue value))
            {
                return value;
            }

            _rw.EnterWriteLock();
            try
            {
                value = factory(key);
                _values.Add(key, value);
            }
            finally
            {
                _rw.ExitWriteLock();
            }

            return value;
        }
        finally
        {
            _rw.ExitUpgradeableReadLock();
        }
    }

    public void Clear()
    {
        _rw.EnterWriteLock();
        try
        {
            _values.Clear();
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }
}
