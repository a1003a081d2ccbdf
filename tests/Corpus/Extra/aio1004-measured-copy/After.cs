using System;
using System.Threading;

namespace Corpus.Extra.Aio1004MeasuredCopy.After;

public sealed class SampleFifo
{
    private readonly float[] _samples;
    private readonly int _mask;
    private int _written;
    private int _played;

    public SampleFifo(int order)
    {
        _samples = new float[1 << order];
        _mask = _samples.Length - 1;
    }

    public int Capacity => _samples.Length;

    public int Write(ReadOnlySpan<float> source)
    {
        int written = _written;
        int room = _samples.Length - (written - Volatile.Read(ref _played));
        int n = Math.Min(room, source.Length);
        int at = written & _mask;
        int first = Math.Min(n, _samples.Length - at);
        source[..first].CopyTo(_samples.AsSpan(at));
        source[first..n].CopyTo(_samples.AsSpan());
        Volatile.Write(ref _written, written + n);
        return n;
    }

    public int Read(Span<float> destination)
    {
        int played = _played;
        int n = Math.Min(Volatile.Read(ref _written) - played, destination.Length);
        int at = played & _mask;
        int first = Math.Min(n, _samples.Length - at);
        _samples.AsSpan(at, first).CopyTo(destination);
        _samples.AsSpan(0, n - first).CopyTo(destination[first..]);
        Volatile.Write(ref _played, played + n);
        return n;
    }
}
