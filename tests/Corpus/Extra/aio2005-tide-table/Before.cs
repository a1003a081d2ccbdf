using System;
using System.Threading;

namespace ExtraTideTable
{
    /// <summary>When the next high water is, worked out anew by a timer and shown to whoever asks.</summary>
    public sealed class TideTable : IDisposable
    {
        private readonly Func<DateTimeOffset> _compute;
        private readonly Timer _timer;

        public TideTable(Func<DateTimeOffset> compute)
        {
            _compute = compute;
            NextHighWater = compute();
            _timer = new Timer(_ => Renew(), null, 60000, 60000);
        }

        public DateTimeOffset NextHighWater { get; private set; }

        public void Dispose() => _timer.Dispose();

        private void Renew()
        {
            DateTimeOffset next = _compute();
            NextHighWater = next;
        }
    }
}
