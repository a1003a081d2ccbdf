using System;
using System.Threading;

namespace Corpus.Extra.NegAio2006Treiber;

public sealed class TreiberStack<T>
{
    private sealed class Node
    {
        public T Value;
        public Node Next;
    }

    private Node _top;

    public void Push(T value)
    {
        var node = new Node { Value = value, Next = _top };
        while (true)
        {
            Node found = Interlocked.CompareExchange(ref _top, node, node.Next);
            if (found == node.Next)
            {
                return;
            }

            node.Next = found;
        }
    }

    public bool TryPop(out T value)
    {
        Node top = Volatile.Read(ref _top);
        while (top != null)
        {
            Node found = Interlocked.CompareExchange(ref _top, top.Next, top);
            if (found == top)
            {
                value = top.Value;
                return true;
            }

            top = found;
        }

        value = default;
        return false;
    }
}
