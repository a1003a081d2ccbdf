using System;
using System.Threading;

namespace Corpus.Extra.Aio2003CursorAfterCopy.After;

public sealed class Recorder
{
    private readonly ReaderWriterLockSlim _lock = new ReaderWriterLockSlim();
    private readonly Sample[] _samples = new Sample[256];
    private int _cursor;

    public void Record(in Sample sample)
    {
        _lock.EnterWriteLock();
        try
        {
            int slot = _cursor;
            _samples[slot] = sample;
            _cursor = (slot + 1) & 255;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public Sample[] Snapshot()
    {
        _lock.EnterReadLock();
        try
        {
            var all = new Sample[_cursor];
            Array.Copy(_samples, all, all.Length);
            return all;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public struct Sample
    {
        public long Time;
        public double Value;
    }
}
