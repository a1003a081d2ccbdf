using System;
using System.Collections.Concurrent;
using System.Threading;

namespace ExtraTariffUnderEntry
{
    /// <summary>The tariffs of all regions; who asks for one takes the lock of its entry to copy or replace it.</summary>
    public sealed class GuardedTariffBook
    {
        private sealed class Region
        {
            public readonly object Gate = new object();
            public decimal PerUnit;
            public DateTimeOffset Until;
            public long Asked;
        }

        private readonly ConcurrentDictionary<string, Region> _regions = new ConcurrentDictionary<string, Region>();
        private readonly Func<string, decimal> _fetch;

        public GuardedTariffBook(Func<string, decimal> fetch)
        {
            _fetch = fetch;
        }

        public decimal Price(string region, decimal units, DateTimeOffset now)
        {
            Region known = _regions.GetOrAdd(region, _ => new Region());
            Interlocked.Increment(ref known.Asked);
            lock (known.Gate)
            {
                if (known.Until < now)
                {
                    known.PerUnit = _fetch(region);
                    known.Until = now.AddHours(1);
                }

                return units * known.PerUnit;
            }
        }

        public decimal? Add(string region, decimal perUnit)
        {
            var made = new Region { PerUnit = perUnit, Until = DateTimeOffset.MaxValue };
            Interlocked.Increment(ref made.Asked);
            return _regions.TryAdd(region, made) ? perUnit : (decimal?)null;
        }
    }
}
