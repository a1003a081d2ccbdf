using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace ExtraAllLocksInALoop
{
    /// <summary>A silo of grain. Safe for any thread, alone or together with other silos.</summary>
    public sealed class GrainSilo
    {
        private readonly object _hatch = new object();
        private readonly int _number;
        private long _tons;
        private int _changes;

        public GrainSilo(int number) => _number = number;

        public long Tons
        {
            get
            {
                lock (_hatch)
                    return _tons;
            }
        }

        public void Fill(long tons)
        {
            lock (_hatch)
            {
                _tons += tons;
                _changes++;
            }
        }

        public bool Draw(long tons)
        {
            lock (_hatch)
            {
                if (_tons < tons)
                    return false;
                _tons -= tons;
                _changes++;
                return true;
            }
        }

        public static void Level(IReadOnlyCollection<GrainSilo> silos)
        {
            List<GrainSilo> ordered = silos.OrderBy(s => s._number).ToList();
            foreach (GrainSilo silo in ordered)
                Monitor.Enter(silo._hatch);
            try
            {
                long mean = ordered.Sum(s => s._tons) / Math.Max(1, ordered.Count);
                foreach (GrainSilo silo in ordered)
                {
                    silo._tons = mean;
                    silo._changes++;
                }
            }
            finally
            {
                foreach (GrainSilo silo in ordered)
                    Monitor.Exit(silo._hatch);
            }
        }
    }
}
