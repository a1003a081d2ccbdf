using System;
using System.Threading;

namespace Corpus.Extra.Neg3005TakenFlags;

public sealed class Meters
{
    private readonly object _sync = new object();
    private readonly Mutex _mutex = new Mutex();
    private SpinLock _spin = new SpinLock(false);
    private int _value;

    public int Add(Func<int> next)
    {
        bool taken = false;
        try
        {
            Monitor.Enter(_sync, ref taken);
            _value += next();
            return _value;
        }
        finally
        {
            if (taken)
            {
                Monitor.Exit(_sync);
            }
        }
    }

    public bool TryAdd(Func<int> next, int wait)
    {
        bool taken = false;
        try
        {
            Monitor.TryEnter(_sync, wait, ref taken);
            if (!taken)
            {
                return false;
            }

            _value += next();
            return true;
        }
        finally
        {
            if (taken) Monitor.Exit(_sync);
        }
    }

    public int Spin(Func<int> next)
    {
        bool gotLock = false;
        try
        {
            _spin.TryEnter(ref gotLock);
            return gotLock ? _value + next() : -1;
        }
        finally
        {
            if (gotLock) _spin.Exit(useMemoryBarrier: false);
        }
    }

    public int Cross(Func<int> next)
    {
        bool owned = _mutex.WaitOne(50);
        try
        {
            return owned ? next() : 0;
        }
        finally
        {
            if (owned)
            {
                _mutex.ReleaseMutex();
            }
        }
    }
}
