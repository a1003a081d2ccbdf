using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Neg3005TwoKindsInTurn;

public sealed class Tally
{
    private readonly ReaderWriterLockSlim _rw = new ReaderWriterLockSlim();
    private readonly object _log = new object();
    private readonly List<string> _lines = new List<string>();
    private SpinLock _spin = new SpinLock(false);
    private int _limit;
    private int _sum;

    public void Report()
    {
        _rw.EnterReadLock();
        int limit = _limit;
        _rw.ExitReadLock();
        Console.WriteLine(limit);
        lock (_log)
        {
            _lines.Add("limit " + limit);
        }
    }

    public void Limit(int limit)
    {
        _rw.EnterWriteLock();
        _limit = limit;
        _rw.ExitWriteLock();
    }

    public void Add(int[] values)
    {
        bool taken = false;
        try
        {
            _spin.TryEnter(ref taken);
            if (taken)
            {
                foreach (int value in values)
                {
                    _sum += value;
                }
            }
        }
        finally
        {
            if (taken)
            {
                _spin.Exit(false);
            }
        }
    }

    public void Flush()
    {
        Monitor.Enter(_log);
        _lines.Clear();
        if (Monitor.IsEntered(_log))
        {
            Monitor.Exit(_log);
        }
    }
}
