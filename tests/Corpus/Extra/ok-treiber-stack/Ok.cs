using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.OkTreiberStack;

public class Stack<T>
{
    private Node _top;

    public bool IsEmpty => Volatile.Read(ref _top) == null;

    public void Push(T item)
    {
        var node = new Node(item);
        Node top = _top;
        while (true)
        {
            node.Next = top;
            Node found = Interlocked.CompareExchange(ref _top, node, top);
            if (ReferenceEquals(found, top))
            {
                return;
            }

            top = found;
        }
    }

    public bool TryPop(out T item)
    {
        SpinWait spin = default;
        for (Node top = Volatile.Read(ref _top); top != null; top = Volatile.Read(ref _top))
        {
            if (Interlocked.CompareExchange(ref _top, top.Next, top) == top)
            {
                item = top.Item;
                return true;
            }

            spin.SpinOnce();
        }

        item = default;
        return false;
    }

    public IEnumerable<T> TakeAll()
    {
        for (Node node = Interlocked.Exchange(ref _top, null); node != null; node = node.Next)
        {
            yield return node.Item;
        }
    }

    private sealed class Node
    {
        public readonly T Item;
        public Node Next;

        public Node(T item) => Item = item;
    }
}

public static class Primes
{
    public static List<int> Below(int limit)
    {
        var found = new Stack<int>();
        Parallel.For(2, limit, n =>
        {
            for (int d = 2; d * d <= n; d++)
            {
                if (n % d == 0)
                {
                    return;
                }
            }

            found.Push(n);
        });
        return new List<int>(found.TakeAll());
    }
}
