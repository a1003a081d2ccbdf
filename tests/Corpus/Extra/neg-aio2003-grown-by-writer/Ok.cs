using System;
using System.Threading;

namespace Corpus.Extra.NegAio2003GrownByWriter;

/// <summary>The array is replaced by a larger one by its one writer, who runs out of room; nobody else replaces it.</summary>
public sealed class SampleLog
{
    private double[] _samples = new double[64];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Called by the one thread that measures.</summary>
    public void Append(double sample)
    {
        double[] samples = Volatile.Read(ref _samples);
        if (_count == samples.Length)
        {
            var larger = new double[samples.Length * 2];
            Array.Copy(samples, larger, samples.Length);
            larger[samples.Length] = sample;
            Volatile.Write(ref _samples, larger);
            Volatile.Write(ref _count, _count + 1);
            return;
        }

        samples[_count] = sample;
        Volatile.Write(ref _count, _count + 1);
    }

    public double Latest()
    {
        int count = Volatile.Read(ref _count);
        return count == 0 ? double.NaN : Volatile.Read(ref _samples)[count - 1];
    }
}
