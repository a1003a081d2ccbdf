using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraRatesCaught
{
    /// <summary>Exchange rates; asked for by all, loaded again by whoever finds them old.</summary>
    public sealed class CaughtRateTable
    {
        private readonly Func<Task<IReadOnlyDictionary<string, decimal>>> _load;
        private IReadOnlyDictionary<string, decimal> _rates = new Dictionary<string, decimal>();
        private long _loadedAt;
        private int _isLoading;

        public CaughtRateTable(Func<Task<IReadOnlyDictionary<string, decimal>>> load)
        {
            _load = load;
        }

        public bool TryGet(string currency, out decimal rate)
        {
            long age = Environment.TickCount64 - Volatile.Read(ref _loadedAt);
            if (age > 60_000 && Interlocked.Exchange(ref _isLoading, 1) == 0)
                Task.Run(LoadAsync);
            return Volatile.Read(ref _rates).TryGetValue(currency, out rate);
        }

        private async Task LoadAsync()
        {
            try
            {
                IReadOnlyDictionary<string, decimal> rates = await _load().ConfigureAwait(false);
                Volatile.Write(ref _rates, rates);
            }
            catch (Exception)
            {
                await Task.Delay(1000).ConfigureAwait(false);
            }

            Volatile.Write(ref _loadedAt, Environment.TickCount64);
            Volatile.Write(ref _isLoading, 0);
        }
    }
}
