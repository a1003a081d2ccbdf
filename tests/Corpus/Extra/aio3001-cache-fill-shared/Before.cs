using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001CacheFillShared.Before;

public sealed class NameCache
{
    private readonly ReaderWriterLockSlim _sync = new ReaderWriterLockSlim();
    private readonly Dictionary<int, string> _names = new Dictionary<int, string>();
    private readonly Func<int, string> _load;

    public NameCache(Func<int, string> load)
    {
        _load = load;
    }

    public string Get(int id)
    {
        _sync.EnterReadLock();
        try
        {
            if (!_names.TryGetValue(id, out string name))
            {
                name = _load(id);
                _names[id] = name;
            }

            return name;
        }
        finally
        {
            _sync.ExitReadLock();
        }
    }

    public void Rename(int id, string name)
    {
        _sync.EnterWriteLock();
        try
        {
            _names[id] = name;
        }
        finally
        {
            _sync.ExitWriteLock();
        }
    }

    public void Forget(int id)
    {
        _sync.EnterWriteLock();
        try
        {
            _names.Remove(id);
        }
        finally
        {
            _sync.ExitWriteLock();
        }
    }
}
