using System;
using System.Threading;

namespace ExtraStampedGauge
{
    /// <summary>Two readings that belong together: one sensor thread stores them, and anybody reads them by stamps.</summary>
    public sealed class StampedGauge
    {
        private const long None = 0;

        private long _stamp = 2;
        private double _pressure;
        private double _temperature;

        public void Store(double pressure, double temperature)
        {
            Volatile.Write(ref _stamp, _stamp + 1);
            Interlocked.MemoryBarrier();
            _pressure = pressure;
            _temperature = temperature;
            Volatile.Write(ref _stamp, _stamp + 1);
        }

        public double Ratio()
        {
            var spin = new SpinWait();
            while (true)
            {
                long stamp = Begin();
                double pressure = _pressure;
                double temperature = _temperature;
                if (IsStill(stamp))
                    return pressure / temperature;
                spin.SpinOnce();
            }
        }

        private long Begin()
        {
            long stamp = Volatile.Read(ref _stamp);
            return (stamp & 1) == 0 ? stamp : None;
        }

        private bool IsStill(long stamp)
        {
            Interlocked.MemoryBarrier();
            return stamp != None && Volatile.Read(ref _stamp) == stamp;
        }
    }
}
