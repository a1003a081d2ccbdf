using System;
using System.Threading;

namespace Corpus.Extra.Aio2006StaleNext.After;

public sealed class WaiterList
{
    private sealed class Waiter
    {
        public readonly ManualResetEventSlim Signal = new();
        public Waiter Next;
    }

    private Waiter _waiters;

    public ManualResetEventSlim Register()
    {
        var waiter = new Waiter();
        Waiter seen;
        do
        {
            seen = Volatile.Read(ref _waiters);
            waiter.Next = seen;
        }
        while (Interlocked.CompareExchange(ref _waiters, waiter, seen) != seen);
        return waiter.Signal;
    }

    public void WakeAll()
    {
        for (Waiter at = Interlocked.Exchange(ref _waiters, null); at != null; at = at.Next)
        {
            at.Signal.Set();
        }
    }
}
