using System;
using System.Threading;

namespace Corpus.Extra.Aio1006StructsFreedPlainly
{
    public struct Sample
    {
        public double Value;
        public long Ticks;
    }

    /// <summary>Samples of one sensor: its interrupt thread puts them in, the recorder takes them out.</summary>
    public sealed class SampleRing
    {
        private readonly Sample[] _samples = new Sample[256];
        private int _taken;
        private int _put;

        /// <summary>Called by the sensor; says how many there was room for.</summary>
        public int Put(ReadOnlySpan<Sample> samples)
        {
            int put = _put;
            int room = _samples.Length - (put - Volatile.Read(ref _taken));
            int count = Math.Min(room, samples.Length);
            for (int i = 0; i < count; i++)
            {
                _samples[(put + i) & 255] = samples[i];
            }

            Volatile.Write(ref _put, put + count);
            return count;
        }

        /// <summary>Called by the recorder.</summary>
        public double Sum()
        {
            int taken = _taken;
            int count = Volatile.Read(ref _put) - taken;
            double sum = 0;
            for (int i = 0; i < count; i++)
            {
                ref Sample sample = ref _samples[(taken + i) & 255];
                sum += sample.Value;
            }

            Volatile.Write(ref _taken, taken + count);
            return sum;
        }
    }
}
