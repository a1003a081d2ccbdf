using System;
using System.Threading;

namespace Corpus.Extra.Aio2003PropertyPending.Before;

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

    private int Pending
    {
        get => _pending;
        set => _pending = value;
    }

    public bool IsIdle => Pending == 0;

    public void Add()
    {
        Pending++;
        _signal.Set();
    }

    private void Pump()
    {
        while (true)
        {
            _signal.WaitOne();
            Pending -= _flush();
        }
    }
}
