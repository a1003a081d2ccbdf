using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraReadingBeforePhase
{
    public readonly struct Sample
    {
        public static readonly Sample None = new Sample(-1, 0);

        public readonly int Level;
        public readonly int Fault;

        public Sample(int level, int fault)
        {
            Level = level;
            Fault = fault;
        }
    }

    /// <summary>One probe that a thread of its own reads when it is asked to.</summary>
    public sealed class Probe
    {
        private const int Idle = 0;
        private const int Asked = 1;
        private const int Done = 2;

        private readonly Func<int> _measure;
        private int _phase;
        private int _level;
        private int _fault;
        private volatile bool _stop;

        public Probe(Func<int> measure)
        {
            _measure = measure;
            new Thread(Work) { IsBackground = true }.Start();
        }

        public void Stop() => _stop = true;

        public bool Ask() => Interlocked.CompareExchange(ref _phase, Asked, Idle) == Idle;

        public Sample Poll()
        {
            if (Volatile.Read(ref _phase) != Done)
            {
                return Sample.None;
            }

            var sample = new Sample(_level, _fault);
            Volatile.Write(ref _phase, Idle);
            return sample;
        }

        private void Work()
        {
            while (!_stop)
            {
                if (Volatile.Read(ref _phase) == Asked)
                {
                    _level = _measure();
                    _fault = _level < 0 ? 1 : 0;
                    Volatile.Write(ref _phase, Done);
                }

                Thread.Yield();
            }
        }
    }
}
