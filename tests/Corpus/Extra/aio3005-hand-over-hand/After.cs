using System.Threading;

namespace Corpus.Extra.Aio3005HandOverHand.After;

public sealed class SortedChain
{
    private sealed class Node
    {
        public int Value;
        public Node Next;
    }

    private readonly Node _head = new Node { Value = int.MinValue };

    public bool Contains(int value)
    {
        Node node = _head;
        Monitor.Enter(node);
        while (node.Next != null)
        {
            Node next = node.Next;
            Monitor.Enter(next);
            Monitor.Exit(node);
            node = next;
            if (node.Value == value)
            {
                Monitor.Exit(node);
                return true;
            }
        }

        Monitor.Exit(node);
        return false;
    }

    public void AddFirst(int value)
    {
        lock (_head)
        {
            _head.Next = new Node { Value = value, Next = _head.Next };
        }
    }
}
