using System;
using System.Threading;

namespace Corpus.Extra.NegAio2003WriterThread;

public sealed class Tracker : IDisposable
{
    private readonly object _gate = new object();
    private readonly Thread _thread;
    private volatile bool _stop;
    private long _position;
    private DateTime _at;

    public Tracker()
    {
        _thread = new Thread(Run);
        _thread.Start();
    }

    public (long, DateTime) Now()
    {
        lock (_gate)
        {
            return (_position, _at);
        }
    }

    public void Dispose()
    {
        _stop = true;
        _thread.Join();
    }

    private void Run()
    {
        while (!_stop)
        {
            long next = _position + 1;
            DateTime at = DateTime.UtcNow;
            lock (_gate)
            {
                _position = next;
                _at = at;
            }

            Thread.Sleep(10);
        }
    }
}
