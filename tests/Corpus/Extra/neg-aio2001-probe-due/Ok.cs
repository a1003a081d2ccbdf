using System;
using System.Diagnostics;
using System.Threading;

namespace Corpus.Extra.NegAio2001ProbeDue;

public sealed class RateSample
{
    private readonly object _sync = new object();
    private readonly Func<double> _probe;
    private readonly long _period = Stopwatch.Frequency;
    private double _rate;
    private long _nextProbe;

    public RateSample(Func<double> probe) => _probe = probe;

    public double Rate
    {
        get
        {
            lock (_sync)
            {
                return _rate;
            }
        }
    }

    public void Touch()
    {
        long now = Stopwatch.GetTimestamp();
        if (now < Volatile.Read(ref _nextProbe))
            return;
        Volatile.Write(ref _nextProbe, now + _period);

        double rate = _probe();
        lock (_sync)
        {
            _rate = rate;
        }
    }
}
