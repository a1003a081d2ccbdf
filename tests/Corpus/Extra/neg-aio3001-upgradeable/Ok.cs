using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001Upgradeable;

public sealed class Templates
{
    private readonly ReaderWriterLockSlim _sync = new ReaderWriterLockSlim();
    private readonly Dictionary<string, string> _texts = new Dictionary<string, string>();

    public string GetOrAdd(string name, Func<string, string> make)
    {
        _sync.EnterUpgradeableReadLock();
        try
        {
            if (!_texts.TryGetValue(name, out string text))
            {
                text = make(name);
                _sync.EnterWriteLock();
                try
                {
                    _texts.Add(name, text);
                }
                finally
                {
                    _sync.ExitWriteLock();
                }
            }

            return text;
        }
        finally
        {
            _sync.ExitUpgradeableReadLock();
        }
    }

    public int Count()
    {
        _sync.EnterReadLock();
        try
        {
            return _texts.Count;
        }
        finally
        {
            _sync.ExitReadLock();
        }
    }

    public void Remove(string name)
    {
        _sync.EnterWriteLock();
        try
        {
            _texts.Remove(name);
        }
        finally
        {
            _sync.ExitWriteLock();
        }
    }
}
