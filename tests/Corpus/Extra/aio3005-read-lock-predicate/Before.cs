using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005ReadLockPredicate.Before;

public sealed class Roster<T>
{
    private readonly ReaderWriterLockSlim _sync = new ReaderWriterLockSlim(LockRecursionPolicy.NoRecursion);
    private readonly List<T> _members = new List<T>();

    public int Count(Predicate<T> isWanted)
    {
        int count = 0;
        _sync.EnterReadLock();
        foreach (T member in _members)
        {
            if (isWanted(member))
            {
                count++;
            }
        }

        _sync.ExitReadLock();
        return count;
    }

    public void Add(T member)
    {
        _sync.EnterWriteLock();
        try
        {
            _members.Add(member);
        }
        finally
        {
            _sync.ExitWriteLock();
        }
    }
}
