using System;
using System.Threading;

namespace ExtraMeterFrames
{
    internal struct Sample
    {
        public long Time;
        public double Value;
    }

    /// <summary>Samples of a meter in memory that its driver fills.</summary>
    public sealed unsafe class MeterFrames
    {
        private readonly int* _read;
        private readonly int* _written;
        private readonly Sample* _samples;
        private readonly int _mask;

        public MeterFrames(IntPtr memory, int count)
        {
            _read = (int*)memory;
            _written = (int*)(memory + 64);
            _samples = (Sample*)(memory + 128);
            _mask = count - 1;
        }

        public double Sum(Func<long, bool> isWanted)
        {
            double sum = 0;
            Sample* next;
            while ((next = NextOrNull()) != null)
            {
                if (isWanted(next->Time))
                    sum += next->Value;
                Skip();
            }

            return sum;
        }

        private Sample* NextOrNull()
        {
            int at = *_read;
            if (at == Volatile.Read(ref *_written))
                return null;
            return &_samples[at & _mask];
        }

        private void Skip()
        {
            Volatile.Write(ref *_read, *_read + 1);
        }
    }
}
