using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.OkLinkedPublish;

public sealed class RouteTrie
{
    private sealed class Node
    {
        public readonly string Segment;
        public readonly int Handler;
        public readonly Node Sibling;
        public Node Child;

        public Node(string segment, int handler, Node sibling)
        {
            Segment = segment;
            Handler = handler;
            Sibling = sibling;
        }
    }

    private readonly Lock _writers = new Lock();
    private readonly Node _root = new Node(string.Empty, 0, null);

    public void Add(IEnumerable<string> segments, int handler)
    {
        lock (_writers)
        {
            Node node = _root;
            foreach (string segment in segments)
            {
                Node child = Find(node, segment);
                if (child == null)
                {
                    child = new Node(segment, handler, node.Child);
                    node.Child = child;
                }

                node = child;
            }
        }
    }

    /// <summary>Any thread, without the lock.</summary>
    public int Match(string[] segments)
    {
        Node node = _root;
        foreach (string segment in segments)
        {
            Node child = Find(node, segment);
            if (child == null)
            {
                break;
            }

            node = child;
        }

        return node.Handler;
    }

    private static Node Find(Node parent, string segment)
    {
        for (Node child = parent.Child; child != null; child = child.Sibling)
        {
            if (child.Segment == segment)
            {
                return child;
            }
        }

        return null;
    }
}
