using System.Collections.Generic;
using System.Threading;

namespace ExtraFastPathBeforeWait
{
    /// <summary>Tariffs that a loader thread reads once; who asks before that waits.</summary>
    public sealed class TariffBook
    {
        private readonly ManualResetEvent _loaded = new ManualResetEvent(false);
        private Dictionary<string, decimal> _byZone;
        private string _currency;
        private bool _isLoaded;

        public TariffBook(string path)
        {
            var loader = new Thread(() => Load(path)) { IsBackground = true };
            loader.Start();
        }

        public decimal PriceOf(string zone, out string currency)
        {
            EnsureLoaded();
            currency = _currency;
            return _byZone.TryGetValue(zone, out decimal price) ? price : 0m;
        }

        private void EnsureLoaded()
        {
            if (!_isLoaded)
            {
                _loaded.WaitOne();
            }
        }

        private void Load(string path)
        {
            var byZone = new Dictionary<string, decimal>();
            foreach (string line in System.IO.File.ReadLines(path))
            {
                string[] parts = line.Split(';');
                byZone[parts[0]] = decimal.Parse(parts[1]);
            }

            _byZone = byZone;
            _currency = path.EndsWith(".eur") ? "EUR" : "USD";
            Volatile.Write(ref _isLoaded, true);
            _loaded.Set();
        }
    }
}
