using System;
using System.Threading;

namespace ExtraTideClaimed
{
    public readonly struct Forecast
    {
        public Forecast(decimal height, DateTime at)
        {
            Height = height;
            At = at;
        }

        public decimal Height { get; }

        public DateTime At { get; }
    }

    /// <summary>The next high tide, asked for by all ships; worked out anew by a timer.</summary>
    public sealed class ClaimedTideClock : IDisposable
    {
        private readonly Func<Forecast> _compute;
        private readonly Timer _timer;
        private Forecast _next;
        private int _isAtWork;

        public ClaimedTideClock(Func<Forecast> compute)
        {
            _compute = compute;
            _timer = new Timer(_ => WorkOut(), null, 0, 60_000);
        }

        public string Describe()
        {
            var spin = new SpinWait();
            while (Interlocked.CompareExchange(ref _isAtWork, 1, 0) != 0)
                spin.SpinOnce();
            try
            {
                Forecast next = _next;
                return next.Height + " m at " + next.At;
            }
            finally
            {
                Volatile.Write(ref _isAtWork, 0);
            }
        }

        public void Dispose() => _timer.Dispose();

        private void WorkOut()
        {
            if (Interlocked.CompareExchange(ref _isAtWork, 1, 0) != 0)
                return;
            try
            {
                _next = _compute();
            }
            finally
            {
                Volatile.Write(ref _isAtWork, 0);
            }
        }
    }
}
