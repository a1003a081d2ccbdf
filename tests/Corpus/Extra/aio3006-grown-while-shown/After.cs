using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio3006GrownWhileShown;

/// <summary>Samples in native memory. Whoever records them adds them.</summary>
public sealed unsafe class Trace
{
    private readonly object _sync = new object();
    private float* _samples;
    private int _count;
    private int _capacity;
    private float _scale = 1;

    public Trace(int capacity)
    {
        _capacity = capacity;
        _samples = (float*)NativeMemory.Alloc((nuint)capacity, sizeof(float));
    }

    public float Scale
    {
        get
        {
            lock (_sync)
            {
                return _scale;
            }
        }
        set
        {
            lock (_sync)
            {
                _scale = value;
            }
        }
    }

    public void Add(float sample)
    {
        if (_count == _capacity)
        {
            Grow();
        }

        _samples[_count] = sample;
        _count++;
    }

    public float Peak()
    {
        float peak = 0;
        float* samples = _samples;
        for (int i = 0; i < _count; i++)
        {
            peak = Math.Max(peak, Math.Abs(samples[i]));
        }

        return peak * Scale;
    }

    private void Grow()
    {
        int capacity = _capacity * 2;
        float* larger = (float*)NativeMemory.Alloc((nuint)capacity, sizeof(float));
        new ReadOnlySpan<float>(_samples, _count).CopyTo(new Span<float>(larger, capacity));
        NativeMemory.Free(_samples);
        _samples = larger;
        _capacity = capacity;
    }
}

/// <summary>Records what a probe gives, and has the peak shown in the background.</summary>
public sealed class Oscilloscope
{
    private readonly Action<float> _show;

    public Oscilloscope(Action<float> show) => _show = show;

    public void Record(IEnumerable<float> probe)
    {
        var trace = new Trace(256);
        var screen = new Thread(() => _show(trace.Peak()));
        foreach (float sample in probe)
        {
            trace.Add(sample);
        }

        screen.Start();
    }
}
