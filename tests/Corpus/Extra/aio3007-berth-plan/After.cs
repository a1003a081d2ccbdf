using System;
using System.Collections.Generic;
using System.Threading;

namespace ExtraBerthPlan
{
    public sealed class Berth
    {
        public Berth(string quay) => Quay = quay;

        public string Quay { get; }

        public int Ships { get; set; }
    }

    /// <summary>The berths of a harbour: planned anew now and then, and looked through by everybody.</summary>
    public sealed class Harbour
    {
        private readonly Dictionary<string, Berth> _byQuay = new Dictionary<string, Berth>();
        private Berth[] _plan = Array.Empty<Berth>();

        public void Plan(IReadOnlyList<string> quays)
        {
            lock (_byQuay)
            {
                var plan = new Berth[quays.Count];
                for (int i = 0; i < quays.Count; i++)
                {
                    if (!_byQuay.TryGetValue(quays[i], out Berth berth))
                    {
                        berth = new Berth(quays[i]);
                        _byQuay.Add(quays[i], berth);
                    }

                    plan[i] = berth;
                }

                Volatile.Write(ref _plan, plan);
            }
        }

        public int CountShips()
        {
            int ships = 0;
            foreach (Berth berth in Volatile.Read(ref _plan))
            {
                ships += berth.Ships;
            }

            return ships;
        }

        public bool Knows(string quay)
        {
            lock (_byQuay)
            {
                return _byQuay.ContainsKey(quay);
            }
        }
    }
}
