using System;
using System.Threading;

namespace Corpus.Extra.Aio3007TimerFirst.After;

public sealed class LoadSampler : IDisposable
{
    private readonly Timer _timer;
    private readonly Func<double> _sample;
    private readonly double[] _window;
    private int _at;

    public LoadSampler(Func<double> sample, int window)
    {
        _sample = sample;
        _window = new double[window];
        _timer = new Timer(Tick, null, 0, 1000);
    }

    public void Dispose() => _timer.Dispose();

    private void Tick(object state)
    {
        int at = Interlocked.Increment(ref _at);
        Volatile.Write(ref _window[at % _window.Length], _sample());
    }
}
