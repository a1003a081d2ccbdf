using System.Threading;

namespace Corpus.Extra.Neg3005HandOverHand;

public sealed class Chain
{
    private sealed class Node
    {
        public int Value;
        public Node Next;
    }

    private readonly Node _head = new Node();

    public bool Remove(int value)
    {
        Node before = _head;
        Monitor.Enter(before);
        try
        {
            Node at = before.Next;
            while (at != null)
            {
                Monitor.Enter(at);
                if (at.Value == value)
                {
                    before.Next = at.Next;
                    Monitor.Exit(at);
                    return true;
                }

                Monitor.Exit(before);
                before = at;
                at = at.Next;
            }

            return false;
        }
        finally
        {
            Monitor.Exit(before);
        }
    }

    public bool Contains(int value)
    {
        Node node = _head;
        Monitor.Enter(node);
        while (node.Next != null && node.Value != value)
        {
            Node next = node.Next;
            Monitor.Enter(next);
            Monitor.Exit(node);
            node = next;
        }

        bool found = node.Value == value;
        Monitor.Exit(node);
        return found;
    }
}
