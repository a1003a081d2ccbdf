using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005FoundUnderReadLock.Before;

public sealed class Catalogue
{
    private readonly ReaderWriterLockSlim _lock = new ReaderWriterLockSlim();
    private readonly List<string> _titles = new List<string>();

    public bool Has(string part)
    {
        _lock.EnterReadLock();
        foreach (string title in _titles)
        {
            if (title.Contains(part))
            {
                return true;
            }
        }

        _lock.ExitReadLock();
        return false;
    }

    public void Add(string title)
    {
        _lock.EnterWriteLock();
        try
        {
            _titles.Add(title);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
