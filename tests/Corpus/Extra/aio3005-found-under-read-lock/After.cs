using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005FoundUnderReadLock.After;

public sealed class Catalogue
{
    private readonly ReaderWriterLockSlim _lock = new ReaderWriterLockSlim();
    private readonly List<string> _titles = new List<string>();

    public bool Has(string part)
    {
        _lock.EnterReadLock();
        try
        {
            foreach (string title in _titles)
            {
                if (title.Contains(part))
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            _lock.ExitReadLock();
        }
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
