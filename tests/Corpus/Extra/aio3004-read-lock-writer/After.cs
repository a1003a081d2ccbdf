using System;
using System.Threading;

namespace Corpus.Extra.Aio3004ReadLockWriter.After;

public sealed class CellGrid
{
    private readonly ReaderWriterLockSlim _lock = new ReaderWriterLockSlim();
    private int[] _cells = new int[128];

    public void Set(int cell, int value)
    {
        _lock.EnterReadLock();
        try
        {
            _cells[cell] = value;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Grow(int cells)
    {
        _lock.EnterWriteLock();
        try
        {
            var larger = new int[cells];
            Array.Copy(_cells, larger, _cells.Length);
            _cells = larger;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
