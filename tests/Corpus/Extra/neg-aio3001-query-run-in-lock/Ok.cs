using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Extra.NegAio3001QueryRunInLock
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
            double sum = 0;
            List<Meter> busy;
            lock (_gate)
            {
                IEnumerable<Meter> query = _meters.Values.Where(m => m.Load > above);
                foreach (Meter meter in query)
                {
                    sum += meter.Load;
                }

                busy = query.OrderBy(m => m.Load).ToList();
            }

            foreach (Meter meter in busy)
            {
                Console.WriteLine(meter.Load);
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
