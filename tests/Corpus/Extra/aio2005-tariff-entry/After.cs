using System;
using System.Collections.Concurrent;
using System.Threading;

namespace ExtraTariffEntry
{
    public readonly struct Tariff
    {
        public Tariff(decimal perUnit, DateTime until)
        {
            PerUnit = perUnit;
            Until = until;
        }

        public decimal PerUnit { get; }

        public DateTime Until { get; }
    }

    /// <summary>The tariffs of all regions, for all who write bills.</summary>
    public sealed class TariffBook
    {
        private sealed class Region
        {
            public Tuple<Tariff> Tariff;
            public long Asked;
        }

        private readonly ConcurrentDictionary<string, Region> _regions = new ConcurrentDictionary<string, Region>();
        private readonly Func<string, Tariff> _fetch;

        public TariffBook(Func<string, Tariff> fetch)
        {
            _fetch = fetch;
        }

        public decimal Price(string region, decimal units, DateTime now)
        {
            if (!_regions.TryGetValue(region, out Region known))
                known = _regions.GetOrAdd(region, new Region());
            Interlocked.Increment(ref known.Asked);
            Tuple<Tariff> tariff = Volatile.Read(ref known.Tariff);
            if (tariff == null || tariff.Item1.Until < now)
            {
                tariff = Tuple.Create(_fetch(region));
                Volatile.Write(ref known.Tariff, tariff);
            }

            return units * tariff.Item1.PerUnit;
        }

        public long Asked(string region) => _regions.TryGetValue(region, out Region known) ? Interlocked.Read(ref known.Asked) : 0;
    }
}
