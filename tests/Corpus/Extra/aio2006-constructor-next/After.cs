using System;
using System.Threading;

namespace Corpus.Extra.Aio2006ConstructorNext.After;

public static class Finalizers
{
    private sealed class Node
    {
        public readonly Action Action;
        public readonly Node Next;

        public Node(Action action, Node next)
        {
            Action = action;
            Next = next;
        }
    }

    private static Node s_head;

    public static void Register(Action action)
    {
        while (true)
        {
            Node before = Volatile.Read(ref s_head);
            var node = new Node(action, before);
            if (Interlocked.CompareExchange(ref s_head, node, before) == before)
            {
                return;
            }
        }
    }

    public static void RunAll()
    {
        for (Node node = Interlocked.Exchange(ref s_head, null); node != null; node = node.Next)
        {
            node.Action();
        }
    }
}
