using System;
using System.Threading;

namespace Corpus.Extra.NegAio2006RefuseWhenClosed;

public sealed class Inbox
{
    private const int Closed = 1;
    private const int Scheduled = 2;
    private readonly Action _drain;
    private int _status;

    public Inbox(Action drain) => _drain = drain;

    private bool IsClosed => (Volatile.Read(ref _status) & Closed) != 0;

    public void Run()
    {
        if (IsClosed)
        {
            return;
        }

        _drain();
        while (true)
        {
            int seen = Volatile.Read(ref _status);
            if (Interlocked.CompareExchange(ref _status, seen & ~Scheduled, seen) == seen)
            {
                return;
            }
        }
    }

    public bool Schedule()
    {
        int seen = Volatile.Read(ref _status);
        return (seen & (Closed | Scheduled)) == 0 && Interlocked.CompareExchange(ref _status, seen | Scheduled, seen) == seen;
    }

    public void Close()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _status);
        }
        while (Interlocked.CompareExchange(ref _status, seen | Closed, seen) != seen);
    }
}
