using System;
using System.Threading;

namespace Corpus.Extra.NegAio2005PublishedObject;

public sealed class Weather
{
    private volatile Reading _last = new Reading(0, DateTimeOffset.MinValue);

    public Weather(Func<decimal> measure) => new Thread(() => Run(measure)) { IsBackground = true }.Start();

    public decimal Degrees => _last.Degrees;

    public DateTimeOffset At => _last.At;

    private void Run(Func<decimal> measure)
    {
        while (true)
        {
            _last = new Reading(measure(), DateTimeOffset.UtcNow);
        }
    }

    private sealed class Reading
    {
        public Reading(decimal degrees, DateTimeOffset at)
        {
            Degrees = degrees;
            At = at;
        }

        public decimal Degrees { get; }

        public DateTimeOffset At { get; }
    }
}
