using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Neg3005UpgradePath;

public sealed class Registry
{
    private readonly ReaderWriterLockSlim _sync = new ReaderWriterLockSlim();
    private readonly Dictionary<string, object> _things = new Dictionary<string, object>();

    public object Get(string name, Func<object> make)
    {
        _sync.EnterUpgradeableReadLock();
        try
        {
            if (_things.TryGetValue(name, out object known))
            {
                return known;
            }

            object thing = make();
            _sync.EnterWriteLock();
            try
            {
                return _things[name] = thing;
            }
            finally
            {
                _sync.ExitWriteLock();
            }
        }
        finally
        {
            _sync.ExitUpgradeableReadLock();
        }
    }

    public void Drop(string name, Action<object> dropped)
    {
        try
        {
            _sync.EnterWriteLock();
            if (_things.Remove(name, out object thing))
            {
                dropped(thing);
            }
        }
        finally
        {
            if (_sync.IsWriteLockHeld)
            {
                _sync.ExitWriteLock();
            }
        }
    }
}
