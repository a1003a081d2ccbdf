using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3007TimerArmedLast;

public sealed class Ticker : IDisposable
{
    private readonly Timer _timer;
    private readonly int[] _ring;
    private int _at;

    public Ticker(int size, int period)
    {
        _timer = new Timer(Tick, null, Timeout.Infinite, Timeout.Infinite);
        _ring = new int[size];
        _timer.Change(period, period);
    }

    public int Ticks => Volatile.Read(ref _at);

    public void Dispose() => _timer.Dispose();

    private void Tick(object state)
    {
        int at = Interlocked.Increment(ref _at);
        _ring[at % _ring.Length] = at;
    }
}
