using System;
using System.Threading;

namespace Corpus.Extra.Neg3005TryEnterCompared;

public sealed class Gauge
{
    private readonly ReaderWriterLockSlim _rw = new ReaderWriterLockSlim();
    private readonly object _gate = new object();
    private readonly SemaphoreSlim _one = new SemaphoreSlim(1, 1);
    private int _value;
    private int _peak;
    private int _resets;

    public int Read()
    {
        if (_rw.TryEnterReadLock(0) == false)
        {
            return -1;
        }

        try
        {
            return _value;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public void Set(int value)
    {
        if (!_rw.TryEnterWriteLock(10))
        {
            return;
        }

        try
        {
            _value = value;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public void Raise(int value)
    {
        if (Monitor.TryEnter(_gate, 500))
        {
            try
            {
                _peak = Math.Max(_peak, value);
            }
            finally
            {
                Monitor.Exit(_gate);
            }
        }
    }

    public int Peak()
    {
        if (Monitor.TryEnter(_gate) is false)
        {
            return 0;
        }

        try
        {
            return _peak;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    public bool Reset()
    {
        bool taken = true == _one.Wait(50);
        if (taken != true)
        {
            return false;
        }

        try
        {
            _resets++;
            return true;
        }
        finally
        {
            _one.Release();
        }
    }
}
