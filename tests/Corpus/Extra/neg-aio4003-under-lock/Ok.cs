using System;
using System.Threading;

namespace Corpus.Extra.NegAio4003UnderLock;

public sealed class Session
{
    private readonly object _gate = new object();
    private readonly Action _send;
    private bool _closing;
    private bool _idle;

    public Session(Action send) => _send = send;

    public void Close()
    {
        lock (_gate)
        {
            Volatile.Write(ref _closing, true);
        }
    }

    public void Send()
    {
        lock (_gate)
        {
            if (!_closing)
            {
                _send();
            }
        }
    }

    public void Rest()
    {
        lock (_gate)
        {
            _idle = true;
        }
    }

    public void Wake()
    {
        if (Volatile.Read(ref _idle))
        {
            lock (_gate)
            {
                if (_idle)
                {
                    _idle = false;
                    _send();
                }
            }
        }
    }
}
