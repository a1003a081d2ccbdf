using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio1001HazardPublish.Before;

public sealed class RecyclingStack
{
    private sealed class Node
    {
        public Node Next;
        public long Value;
    }

    private readonly Node[] _hazards;
    private readonly List<Node> _retired = new List<Node>();
    private readonly Stack<Node> _free = new Stack<Node>();
    private Node _head;

    public RecyclingStack(int threads) => _hazards = new Node[threads];

    public void Push(long value)
    {
        Node node;
        lock (_retired)
        {
            node = _free.Count > 0 ? _free.Pop() : new Node();
        }

        node.Value = value;
        Node head = Volatile.Read(ref _head);
        while (true)
        {
            node.Next = head;
            Node found = Interlocked.CompareExchange(ref _head, node, head);
            if (found == head)
            {
                return;
            }

            head = found;
        }
    }

    public bool TryPop(int thread, out long value)
    {
        ref Node hazard = ref _hazards[thread];
        while (Volatile.Read(ref _head) is { } head)
        {
            Volatile.Write(ref hazard, head);
            if (Volatile.Read(ref _head) != head)
            {
                continue;
            }

            if (Interlocked.CompareExchange(ref _head, head.Next, head) == head)
            {
                value = head.Value;
                Volatile.Write(ref hazard, null);
                Retire(head);
                return true;
            }
        }

        Volatile.Write(ref hazard, null);
        value = 0;
        return false;
    }

    private void Retire(Node node)
    {
        lock (_retired)
        {
            _retired.Add(node);
            for (int i = _retired.Count - 1; i >= 0; i--)
            {
                if (!IsAnnounced(_retired[i]))
                {
                    _free.Push(_retired[i]);
                    _retired.RemoveAt(i);
                }
            }
        }
    }

    private bool IsAnnounced(Node node)
    {
        for (int i = 0; i < _hazards.Length; i++)
        {
            if (Volatile.Read(ref _hazards[i]) == node)
            {
                return true;
            }
        }

        return false;
    }
}
