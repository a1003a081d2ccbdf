using System;
using System.Threading;

namespace Corpus.Extra.Aio1002AdvanceHelper.Before;

public struct StereoFrame
{
    public float Left;
    public float Right;
}

public sealed class AudioFifo
{
    private readonly StereoFrame[] _frames;
    private int _readAt;
    private int _writeAt;

    public AudioFifo(int frames) => _frames = new StereoFrame[frames + 1];

    // Decoder thread.
    public int Push(ReadOnlySpan<StereoFrame> input)
    {
        int write = _writeAt;
        int used = Distance(Volatile.Read(ref _readAt), write);
        int count = Math.Min(input.Length, _frames.Length - 1 - used);
        for (int i = 0; i < count; i++)
        {
            _frames[(write + i) % _frames.Length] = input[i];
        }

        Advance(ref _writeAt, count);
        return count;
    }

    // Device callback.
    public int Pop(Span<StereoFrame> output)
    {
        int read = _readAt;
        int count = Math.Min(output.Length, Distance(read, Volatile.Read(ref _writeAt)));
        for (int i = 0; i < count; i++)
        {
            output[i] = _frames[(read + i) % _frames.Length];
        }

        output.Slice(count).Clear();
        Advance(ref _readAt, count);
        return count;
    }

    private int Distance(int from, int to) => (to - from + _frames.Length) % _frames.Length;

    private void Advance(ref int index, int by)
    {
        index = (index + by) % _frames.Length;
    }
}
