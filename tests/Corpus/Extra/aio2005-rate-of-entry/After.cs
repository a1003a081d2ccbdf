using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraRateOfEntry
{
    /// <summary>What a currency is worth, worked out once a day for whoever asks first. Thread-safe.</summary>
    public sealed class RateTable
    {
        private sealed class Rate
        {
            public readonly int Day;
            public readonly Func<decimal, decimal> Convert;

            public Rate(int day, Func<decimal, decimal> convert)
            {
                Day = day;
                Convert = convert;
            }
        }

        private sealed class Entry
        {
            public Rate Last;
        }

        private readonly ConcurrentDictionary<string, Entry> _entries = new ConcurrentDictionary<string, Entry>();
        private readonly Func<string, int, Func<decimal, decimal>> _make;

        public RateTable(Func<string, int, Func<decimal, decimal>> make) => _make = make;

        public decimal Convert(string currency, int day, decimal amount)
        {
            Entry entry = _entries.GetOrAdd(currency, static _ => new Entry());
            Rate rate = entry.Last;
            if (rate == null || rate.Day != day)
            {
                rate = new Rate(day, _make(currency, day));
                entry.Last = rate;
            }

            return rate.Convert(amount);
        }

        public bool Forget(string currency) => _entries.TryRemove(currency, out _);
    }
}
