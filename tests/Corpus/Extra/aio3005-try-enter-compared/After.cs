using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005TryEnterCompared.After;

public sealed class Sampler
{
    private readonly ReaderWriterLockSlim _rw = new ReaderWriterLockSlim();
    private readonly List<double> _samples = new List<double>();

    public void Add(double sample)
    {
        _rw.EnterWriteLock();
        try
        {
            _samples.Add(sample);
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public double Mean()
    {
        if (_rw.TryEnterReadLock(20) == false)
        {
            return double.NaN;
        }

        try
        {
            if (_samples.Count == 0)
            {
                return 0;
            }

            double sum = 0;
            foreach (double sample in _samples)
            {
                sum += sample;
            }

            return sum / _samples.Count;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }
}
