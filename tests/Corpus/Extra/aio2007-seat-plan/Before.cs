using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace ExtraSeatPlan
{
    /// <summary>Seats that are held for a while. A timer lets go of those held too long.</summary>
    public sealed class SeatPlan
    {
        private readonly ConcurrentDictionary<int, long> _heldSince = new ConcurrentDictionary<int, long>();
        private readonly Timer _sweep;

        public SeatPlan()
        {
            _sweep = new Timer(static state => ((SeatPlan)state).Sweep(), this, 1000, 1000);
        }

        public bool Hold(int seat, long now) => _heldSince.TryAdd(seat, now);

        public void Stop() => _sweep.Dispose();

        private void Sweep()
        {
            long now = System.Environment.TickCount64;
            foreach (KeyValuePair<int, long> held in Copy(_heldSince))
            {
                if (now - held.Value > 60000)
                    _heldSince.TryRemove(held.Key, out _);
            }
        }

        private static List<KeyValuePair<int, long>> Copy(ConcurrentDictionary<int, long> entries)
        {
            var copy = new List<KeyValuePair<int, long>>(entries);
            copy.Reverse();
            return copy;
        }
    }
}
