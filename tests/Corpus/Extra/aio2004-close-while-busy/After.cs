using System;
using System.Threading;

namespace Corpus.Extra.Aio2004CloseWhileBusy.After;

public sealed class Channel1
{
    private const int Idle = 0;
    private const int Busy = 1;
    private const int Closing = 2;
    private readonly Action _dispose;
    private int _state;

    public Channel1(Action dispose) => _dispose = dispose;

    public bool Send(Action write)
    {
        if (Interlocked.CompareExchange(ref _state, Busy, Idle) != Idle)
        {
            return false;
        }

        write();
        if (Interlocked.CompareExchange(ref _state, Idle, Busy) == Closing)
        {
            _dispose();
        }

        return true;
    }

    public void Close()
    {
        if (Interlocked.CompareExchange(ref _state, Closing, Busy) != Busy)
        {
            _dispose();
        }
    }
}
