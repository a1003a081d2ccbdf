using System;
using System.Threading;

namespace Corpus.Extra.OkMpscLinked;

public sealed class MpscQueue<T>
    where T : class
{
    private Node _head;
    private Node _tail;

    public MpscQueue()
    {
        _head = _tail = new Node();
    }

    public void Enqueue(T value)
    {
        var node = new Node { Value = value };
        Node previous = Interlocked.Exchange(ref _head, node);
        Volatile.Write(ref previous.Next, node);
    }

    /// <summary>The consumer's thread only. Null when empty, or when a producer is between its two steps.</summary>
    public T Dequeue()
    {
        Node next = Volatile.Read(ref _tail.Next);
        if (next == null)
        {
            return null;
        }

        T value = next.Value;
        next.Value = null;
        _tail = next;
        return value;
    }

    private sealed class Node
    {
        public T Value;
        public Node Next;
    }
}

public sealed class Inbox
{
    private readonly MpscQueue<Action> _queue = new MpscQueue<Action>();
    private readonly SemaphoreSlim _available = new SemaphoreSlim(0);

    public void Tell(Action message)
    {
        _queue.Enqueue(message);
        _available.Release();
    }

    public void Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            _available.Wait(stop);
            Action message;
            var spin = new SpinWait();
            while ((message = _queue.Dequeue()) == null)
            {
                spin.SpinOnce();
            }

            message();
        }
    }
}
