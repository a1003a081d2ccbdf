using System;
using System.Buffers;

namespace Corpus.Extra.Aio3006CarriedOutOfLock.After;

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
        lock (_gate)
        {
            foreach (float sample in _samples.AsSpan(0, _count))
            {
                peak = Math.Max(peak, Math.Abs(sample));
            }
        }

        return peak;
    }

    private void Grow()
    {
        float[] old = _samples;
        _samples = ArrayPool<float>.Shared.Rent(old.Length * 2);
        old.CopyTo(_samples, 0);
        ArrayPool<float>.Shared.Return(old);
    }
}
