using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio3006FilledThenShown;

/// <summary>Samples in native memory. Whoever records them adds them, and then shows them to others, who only look.</summary>
public sealed unsafe class Waveform
{
    private readonly object _sync = new object();
    private float* _samples;
    private int _count;
    private int _capacity;
    private float _scale = 1;

    public Waveform(int capacity)
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

/// <summary>Cuts what a microphone gives into pieces and has the loudest sample of each found in the background.</summary>
public sealed class LevelMeter
{
    private const int PieceLength = 4096;

    private readonly Action<float> _report;

    public LevelMeter(Action<float> report) => _report = report;

    public void Measure(IEnumerable<float> source)
    {
        using IEnumerator<float> samples = source.GetEnumerator();
        bool hasMore = samples.MoveNext();
        while (hasMore)
        {
            var piece = new Waveform(256);
            for (int i = 0; i < PieceLength && hasMore; i++)
            {
                piece.Add(samples.Current);
                hasMore = samples.MoveNext();
            }

            var meter = new Thread(() => _report(piece.Peak()));
            meter.Start();
        }
    }
}
