using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Neg3005ShortSections;

public sealed class Histogram
{
    private readonly Dictionary<int, int> _counts = new Dictionary<int, int>();
    private readonly ReaderWriterLockSlim _rw = new ReaderWriterLockSlim();
    private SpinLock _spin = new SpinLock(false);
    private int _total;
    private int _max;

    public void Note(int value)
    {
        bool taken = false;
        _spin.Enter(ref taken);
        _total = Clamp(_total + value);
        _max = Math.Max(_max, value);
        _spin.Exit(false);
    }

    public int Total
    {
        get
        {
            bool taken = false;
            _spin.Enter(ref taken);
            int total = _total;
            _spin.Exit();
            return total;
        }
    }

    public void Count(int value)
    {
        _rw.EnterWriteLock();
        _counts.TryGetValue(value, out int count);
        _counts[value] = count + 1;
        _rw.ExitWriteLock();
    }

    public int[] Values()
    {
        _rw.EnterReadLock();
        var values = new List<int>(_counts.Keys);
        values.Sort();
        _rw.ExitReadLock();
        return values.ToArray();
    }

    private static int Clamp(int value) => value < 0 ? int.MaxValue : value;
}
