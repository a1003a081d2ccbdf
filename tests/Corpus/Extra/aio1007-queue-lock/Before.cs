using System;
using System.Threading;

namespace Corpus.Extra.Aio1007QueueLock.Before;

public sealed class QueueLock
{
    public sealed class Node
    {
        internal Node Next;
        internal bool Locked;
    }

    private Node _tail;

    public void Enter(Node node)
    {
        node.Next = null;
        node.Locked = true;
        Node before = Interlocked.Exchange(ref _tail, node);
        if (before == null)
        {
            return;
        }

        Volatile.Write(ref before.Next, node);
        while (node.Locked)
        {
        }
    }

    public void Exit(Node node)
    {
        Node next = Volatile.Read(ref node.Next);
        if (next == null)
        {
            if (Interlocked.CompareExchange(ref _tail, null, node) == node)
            {
                return;
            }

            var spin = new SpinWait();
            while ((next = Volatile.Read(ref node.Next)) == null)
            {
                spin.SpinOnce();
            }
        }

        Volatile.Write(ref next.Locked, false);
    }
}
