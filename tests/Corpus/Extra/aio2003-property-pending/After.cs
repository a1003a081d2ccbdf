using System;
using System.Threading;

namespace Corpus.Extra.Aio2003PropertyPending.After;

public sealed class WriteBehind
{
    private readonly AutoResetEvent _signal = new(false);
    private readonly Func<int> _flush;
    private volatile int _pending;

    public WriteBehind(Func<int> flush)
    {
        _flush = flush;
        new Thread(Pump) { IsBackground = true }.Start();
    }

    public bool IsIdle => _pending == 0;

    public void Add()
    {
        Interlocked.Increment(ref _pending);
        _signal.Set();
    }

    private void Pump()
    {
        while (true)
        {
            _signal.WaitOne();
            Interlocked.Add(ref _pending, -_flush());
        }
    }
}
