using System;
using System.Threading;

namespace Corpus.Extra.Aio2004StackTakeAll.Before;

public sealed class FreeList
{
    private sealed class Node
    {
        public Node(int block) => Block = block;

        public int Block { get; }

        public Node Next { get; set; }
    }

    private Node _head;

    public void Push(int block)
    {
        var node = new Node(block);
        Node seen;
        do
        {
            seen = Volatile.Read(ref _head);
            node.Next = seen;
        }
        while (Interlocked.CompareExchange(ref _head, node, seen) != seen);
    }

    public int TakeAll(Action<int> use)
    {
        Node all = Volatile.Read(ref _head);
        _head = null;
        int n = 0;
        for (; all != null; all = all.Next, n++)
        {
            use(all.Block);
        }

        return n;
    }
}
