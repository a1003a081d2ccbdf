using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Extra.Aio3001QueryKeptBehindLock
{
    /// <summary>The meters of a plant by their names; the bus adds and drops them while reports are made.</summary>
    public sealed class MeterBoard
    {
        private readonly Dictionary<string, Meter> _meters = new Dictionary<string, Meter>();
        private readonly object _gate = new object();

        public void Add(string name, Meter meter)
        {
            lock (_gate)
            {
                _meters[name] = meter;
            }
        }

        public bool Drop(string name)
        {
            lock (_gate)
            {
                return _meters.Remove(name);
            }
        }

        public double Load(double above)
        {
            List<Meter> busy;
            lock (_gate)
            {
                busy = _meters.Values.Where(m => m.Load > above).ToList();
            }

            double sum = 0;
            foreach (Meter meter in busy)
            {
                sum += meter.Load;
            }

            return sum;
        }
    }

    public sealed class Meter
    {
        public Meter(double load)
        {
            Load = load;
        }

        public double Load { get; }
    }
}
