using System;
using System.Threading;

namespace Corpus.Extra.NegAio3004WriteLock;

public sealed class Columns
{
    private readonly ReaderWriterLockSlim _lock = new ReaderWriterLockSlim();
    private double[] _cells = new double[32];

    public void Set(int cell, double value)
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

    public void Grow()
    {
        _lock.EnterWriteLock();
        try
        {
            Array.Resize(ref _cells, _cells.Length * 2);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
