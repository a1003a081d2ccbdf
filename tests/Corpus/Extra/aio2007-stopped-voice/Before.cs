using System;
using System.Threading;

namespace Corpus.Extra.Aio2007StoppedVoice.Before;

public interface ISampleSource
{
    int Channels { get; }
    int Read(Span<float> destination);
}

public sealed class Voice
{
    private readonly ISampleSource _source;
    private float _gain;

    public Voice(ISampleSource source, float gain)
    {
        _source = source;
        _gain = gain;
    }

    public int Channels => _source.Channels;

    public float Gain
    {
        get => Volatile.Read(ref _gain);
        set => Volatile.Write(ref _gain, Math.Clamp(value, 0f, 4f));
    }

    public bool Mix(Span<float> output, Span<float> scratch)
    {
        int n = _source.Read(scratch.Slice(0, output.Length));
        float gain = Gain;
        for (int i = 0; i < n; i++)
            output[i] += scratch[i] * gain;
        return n == output.Length;
    }
}

public sealed class MixerChannel
{
    private readonly int _channels;
    private readonly float[] _scratch;
    private volatile Voice _voice;

    public MixerChannel(int channels, int maxFrames)
    {
        _channels = channels;
        _scratch = new float[channels * maxFrames];
    }

    public event EventHandler Finished;

    public bool IsPlaying => _voice != null;

    public void Play(ISampleSource source, float gain = 1f)
    {
        if (source.Channels != _channels)
            throw new ArgumentException("Channel layout differs.", nameof(source));
        _voice = new Voice(source, gain);
    }

    public void Stop() => _voice = null;

    public void SetGain(float gain)
    {
        Voice voice = _voice;
        if (voice != null)
            voice.Gain = gain;
    }

    public void Render(Span<float> output)
    {
        bool finished = false;
        if (_voice != null)
        {
            Voice played = _voice;
            while (!output.IsEmpty)
            {
                int n = Math.Min(output.Length, _scratch.Length);
                if (!played.Mix(output.Slice(0, n), _scratch))
                {
                    finished = Interlocked.CompareExchange(ref _voice, null, played) == played;
                    break;
                }

                output = output.Slice(n);
            }
        }

        if (finished)
            Finished?.Invoke(this, EventArgs.Empty);
    }
}
