using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004SignalsBeforeWork;

public sealed class Refresher
{
    private readonly Action _refresh;
    private readonly AutoResetEvent _bell = new AutoResetEvent(false);
    private int _signals;

    public Refresher(Action refresh)
    {
        _refresh = refresh;
        new Thread(Run) { IsBackground = true }.Start();
    }

    public void Signal()
    {
        Interlocked.Increment(ref _signals);
        _bell.Set();
    }

    private void Run()
    {
        while (true)
        {
            _bell.WaitOne();
            int seen = Volatile.Read(ref _signals);
            if (seen == 0)
                continue;

            // What is signalled before the work begins is done by it, however often it was.
            Volatile.Write(ref _signals, 0);
            _refresh();
        }
    }
}
