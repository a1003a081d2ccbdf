using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Extra.NegAio3001ViewOfWhatWasTaken
{
    /// <summary>The meters of a plant by their names; the bus adds and drops them while reports are made.</summary>
    public sealed class MeterBoard
    {
        private Dictionary<string, Meter> _meters = new Dictionary<string, Meter>();
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
            Dictionary<string, Meter>.ValueCollection last;
            lock (_gate)
            {
                last = _meters.Values;
                _meters = new Dictionary<string, Meter>();
            }

            double sum = 0;
            foreach (Meter meter in last)
            {
                sum += meter.Load > above ? meter.Load : 0;
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
