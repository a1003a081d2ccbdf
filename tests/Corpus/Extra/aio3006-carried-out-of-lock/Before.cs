using System;
using System.Buffers;

namespace Corpus.Extra.Aio3006CarriedOutOfLock.Before;

/// <summary>The samples of a recording, in a rented buffer that grows. Recorders add, views measure.</summary>
public sealed class Recording
{
    private readonly object _gate = new();
    private float[] _samples = ArrayPool<float>.Shared.Rent(64);
    private int _count;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    public void Add(float sample)
    {
        lock (_gate)
        {
            if (_count == _samples.Length)
            {
                Grow();
            }

            _samples[_count++] = sample;
        }
    }

    public float Peak()
    {
        float peak = 0;
        foreach (float sample in Samples())
        {
            peak = Math.Max(peak, Math.Abs(sample));
        }

        return peak;
    }

    private ReadOnlySpan<float> Samples()
    {
        lock (_gate)
        {
            return _samples.AsSpan(0, _count);
        }
    }

    private void Grow()
    {
        float[] old = _samples;
        _samples = ArrayPool<float>.Shared.Rent(old.Length * 2);
        old.CopyTo(_samples, 0);
        ArrayPool<float>.Shared.Return(old);
    }
}
