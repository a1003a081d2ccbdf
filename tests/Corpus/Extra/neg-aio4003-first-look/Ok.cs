using System;
using System.Threading;

namespace Corpus.Extra.NegAio4003FirstLook;

public sealed class Starter
{
    private readonly object _gate = new object();
    private readonly Action _start;
    private bool _started;

    public Starter(Action start) => _start = start;

    public void EnsureStarted()
    {
        if (!_started)
        {
            StartOnce();
        }
    }

    public void Reset() => Volatile.Write(ref _started, false);

    private void StartOnce()
    {
        lock (_gate)
        {
            if (!_started)
            {
                _start();
                Volatile.Write(ref _started, true);
            }
        }
    }
}
