using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraTurnstileVersion
{
    /// <summary>Makes a version odd while somebody stores, and even again.</summary>
    public struct Turnstile
    {
        private int _turns;

        public void Open() => Interlocked.Increment(ref _turns);

        public void Close() => Volatile.Write(ref _turns, _turns + 1);

        public int Enter()
        {
            int turns = Volatile.Read(ref _turns);
            while ((turns & 1) != 0)
            {
                Thread.SpinWait(4);
                turns = Volatile.Read(ref _turns);
            }

            return turns;
        }

        public bool Leave(int turns)
        {
            Interlocked.MemoryBarrier();
            return Volatile.Read(ref _turns) == turns;
        }
    }

    /// <summary>Where a drone is: one thread stores it, all others ask.</summary>
    public sealed class DronePlace
    {
        private Turnstile _turnstile;
        private double _north;
        private double _east;

        public void Move(double north, double east)
        {
            _turnstile.Open();
            _north = north;
            _east = east;
            _turnstile.Close();
        }

        public (double North, double East) Place()
        {
            while (true)
            {
                int turns = _turnstile.Enter();
                (double, double) place = (_north, _east);
                if (_turnstile.Leave(turns))
                {
                    return place;
                }
            }
        }
    }
}
