using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001SpinLock;

public sealed class Samples
{
    private SpinLock _lock = new SpinLock(false);
    private readonly List<double> _values = new List<double>();
    private double _sum;

    public void Add(double value)
    {
        bool taken = false;
        try
        {
            _lock.Enter(ref taken);
            _values.Add(value);
            _sum += value;
        }
        finally
        {
            if (taken)
            {
                _lock.Exit();
            }
        }
    }

    public bool TryReset()
    {
        bool taken = false;
        try
        {
            _lock.TryEnter(ref taken);
            if (!taken)
            {
                return false;
            }

            _values.Clear();
            _sum = 0;
            return true;
        }
        finally
        {
            if (taken)
            {
                _lock.Exit(false);
            }
        }
    }
}
