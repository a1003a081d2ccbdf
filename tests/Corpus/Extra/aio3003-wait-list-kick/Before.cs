using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3003WaitListKick.Before;

public sealed class WaitList
{
    public sealed class Waiter
    {
        internal bool Done;
        internal readonly ManualResetEventSlim Event = new(false);
    }

    private readonly object _gate = new();
    private readonly LinkedList<Waiter> _waiting = new();
    private readonly Queue<Waiter> _ready = new();

    public Waiter Park()
    {
        var waiter = new Waiter();
        lock (_gate)
        {
            _waiting.AddLast(waiter);
        }

        return waiter;
    }

    public void Signal()
    {
        Waiter waiter;
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                return;
            }

            waiter = _waiting.First.Value;
            _waiting.RemoveFirst();
        }

        waiter.Done = true;
        lock (_gate)
        {
            _ready.Enqueue(waiter);
        }

        waiter.Event.Set();
    }

    public bool TimeOut(Waiter waiter)
    {
        lock (_gate)
        {
            if (waiter.Done || !_waiting.Remove(waiter))
            {
                return false;
            }

            waiter.Done = true;
            _ready.Enqueue(waiter);
            return true;
        }
    }

    public Waiter NextReady()
    {
        lock (_gate)
        {
            return _ready.Count == 0 ? null : _ready.Dequeue();
        }
    }
}
