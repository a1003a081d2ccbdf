using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio3006VoicesInLoop.Before;

public sealed unsafe class Voice
{
    private int _stopped;

    internal Voice(ReadOnlySpan<float> samples, float gain)
    {
        Length = samples.Length;
        Gain = gain;
        Samples = (float*)NativeMemory.Alloc((nuint)Math.Max(1, samples.Length), sizeof(float));
        samples.CopyTo(new Span<float>(Samples, Length));
    }

    internal float* Samples { get; }
    internal int Length { get; }
    internal float Gain { get; }
    internal int Position { get; set; }

    internal bool MarkStopped() => Interlocked.Exchange(ref _stopped, 1) == 0;
}

public sealed unsafe class VoiceMixer : IDisposable
{
    private readonly object _voicesLock = new();
    private readonly List<Voice> _voices = new();
    private bool _disposed;

    public Voice Play(ReadOnlySpan<float> samples, float gain)
    {
        var voice = new Voice(samples, gain);
        lock (_voicesLock)
        {
            if (!_disposed)
            {
                _voices.Add(voice);
                return voice;
            }
        }

        NativeMemory.Free(voice.Samples);
        throw new ObjectDisposedException(nameof(VoiceMixer));
    }

    public void Stop(Voice voice)
    {
        if (!voice.MarkStopped())
            return;

        NativeMemory.Free(voice.Samples);

        lock (_voicesLock)
        {
            _voices.Remove(voice);
        }
    }

    public void FillBuffer(Span<float> output)
    {
        output.Clear();

        lock (_voicesLock)
        {
            foreach (Voice voice in _voices)
            {
                int count = Math.Min(output.Length, voice.Length - voice.Position);
                float* source = voice.Samples + voice.Position;
                for (int i = 0; i < count; i++)
                    output[i] += source[i] * voice.Gain;

                voice.Position += count;
            }
        }
    }

    public void Dispose()
    {
        Voice[] remaining;
        lock (_voicesLock)
        {
            if (_disposed)
                return;

            _disposed = true;
            remaining = _voices.ToArray();
            _voices.Clear();
        }

        foreach (Voice voice in remaining)
        {
            if (voice.MarkStopped())
                NativeMemory.Free(voice.Samples);
        }
    }
}
