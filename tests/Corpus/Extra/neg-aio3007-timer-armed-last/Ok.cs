using System;
using System.Threading;

namespace Corpus.Extra.NegAio3007TimerArmedLast;

public sealed class Renewer : IDisposable
{
    private readonly Timer _timer;
    private readonly Func<int> _renew;
    private readonly string _name;
    private int _failures;

    public Renewer(string name, Func<int> renew)
    {
        _timer = new Timer(Tick, null, Timeout.Infinite, Timeout.Infinite);
        _name = name;
        _renew = renew;
        _timer.Change(1000, 1000);
    }

    public int Failures => Volatile.Read(ref _failures);

    public void Dispose() => _timer.Dispose();

    private void Tick(object state)
    {
        if (_renew() != 0 && _name.Length > 0)
        {
            Interlocked.Increment(ref _failures);
        }
    }
}
