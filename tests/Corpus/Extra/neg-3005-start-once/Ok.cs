using System;
using System.Threading;

namespace Corpus.Extra.Neg3005StartOnce;

public sealed class Service
{
    private readonly Action _run;
    private int _started;
    private int _closed;

    public Service(Action run) => _run = run;

    public void Start()
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            throw new InvalidOperationException("It was started already.");
        }

        new Thread(() => _run()) { IsBackground = true }.Start();
    }

    public void Close(Action closed)
    {
        if (Interlocked.CompareExchange(ref _closed, 1, 0) == 0)
        {
            closed();
        }
    }
}
