using System;
using System.Collections.Generic;
using System.Linq;

namespace ExtraQueryWithinLock
{
    /// <summary>Bids for one lot, from any number of bidders at once.</summary>
    public sealed class LotBids
    {
        private readonly object _gate = new object();
        private readonly List<decimal> _bids = new List<decimal>();

        public void Place(decimal bid)
        {
            lock (_gate)
                _bids.Add(bid);
        }

        public decimal Median()
        {
            lock (_gate)
            {
                decimal[] sorted = Sorted().ToArray();
                return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
            }
        }

        public int CountAbove(decimal limit)
        {
            lock (_gate)
                return Above(limit).Count();
        }

        private IEnumerable<decimal> Sorted() => _bids.OrderBy(b => b);

        private IEnumerable<decimal> Above(decimal limit)
        {
            lock (_gate)
                return _bids.Where(b => b > limit);
        }
    }
}
