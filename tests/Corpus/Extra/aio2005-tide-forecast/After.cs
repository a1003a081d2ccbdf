using System;
using System.Threading;

namespace ExtraTideForecast
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
    public sealed class TideClock : IDisposable
    {
        private readonly Func<Forecast> _compute;
        private readonly Timer _timer;
        private object _next = default(Forecast);
        private int _isAtWork;

        public TideClock(Func<Forecast> compute)
        {
            _compute = compute;
            _timer = new Timer(_ => WorkOut(), null, 0, 60_000);
        }

        public string Describe()
        {
            var next = (Forecast)Volatile.Read(ref _next);
            return next.Height + " m at " + next.At;
        }

        public void Dispose() => _timer.Dispose();

        private void WorkOut()
        {
            if (Interlocked.CompareExchange(ref _isAtWork, 1, 0) != 0)
                return;
            try
            {
                Volatile.Write(ref _next, _compute());
            }
            finally
            {
                Volatile.Write(ref _isAtWork, 0);
            }
        }
    }
}
