using System;
using System.Threading;

namespace Corpus.Extra.Aio1006BatchBeforeRead.Before;

public sealed class SampleWindow
{
    private readonly double[] _samples = new double[256];
    private long _written;
    private long _read;

    public bool TryPut(double sample)
    {
        long at = _written;
        if (at - Volatile.Read(ref _read) >= _samples.Length)
        {
            return false;
        }

        _samples[at % _samples.Length] = sample;
        Volatile.Write(ref _written, at + 1);
        return true;
    }

    public int Collect(double[] into)
    {
        long from = _read;
        long count = Math.Min(Volatile.Read(ref _written) - from, into.Length);
        Volatile.Write(ref _read, from + count);
        for (long i = 0; i < count; i++)
        {
            into[i] = _samples[(from + i) % _samples.Length];
        }

        return (int)count;
    }
}
