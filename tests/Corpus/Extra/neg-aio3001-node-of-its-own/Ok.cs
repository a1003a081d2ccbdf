using System.Threading;

namespace Corpus.Extra.NegAio3001NodeOfItsOwn;

/// <summary>A waiter's links are the list's, and guarded by its lock, while it is in the list; before that the waiter clears them itself.</summary>
public sealed class WaiterList
{
    private readonly object _lock = new object();
    private Waiter _head;

    public void Enter(Waiter waiter)
    {
        waiter.Prepare();
        lock (_lock)
        {
            waiter.Next = _head;
            if (_head != null)
            {
                _head.Prev = waiter;
            }

            _head = waiter;
        }

        waiter.Signal.Wait();
    }

    public void Leave(Waiter waiter)
    {
        lock (_lock)
        {
            if (waiter.Prev != null)
            {
                waiter.Prev.Next = waiter.Next;
            }
            else if (_head == waiter)
            {
                _head = waiter.Next;
            }

            if (waiter.Next != null)
            {
                waiter.Next.Prev = waiter.Prev;
            }

            waiter.Prev = null;
            waiter.Next = null;
        }
    }

    public void WakeAll()
    {
        lock (_lock)
        {
            for (Waiter at = _head; at != null; at = at.Next)
            {
                at.Signal.Set();
            }
        }
    }
}

public sealed class Waiter
{
    internal readonly ManualResetEventSlim Signal = new ManualResetEventSlim();
    internal Waiter Prev;
    internal Waiter Next;

    internal void Prepare()
    {
        Prev = null;
        Next = null;
        Signal.Reset();
    }
}
