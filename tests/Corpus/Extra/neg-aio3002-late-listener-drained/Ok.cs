using System;
using System.Threading;

namespace Corpus.Extra.NegAio3002LateListenerDrained;

public sealed class Completion
{
    private sealed class Node
    {
        public readonly Action Listener;
        public readonly Node Next;

        public Node(Action listener, Node next)
        {
            Listener = listener;
            Next = next;
        }
    }

    private readonly object _gate = new object();
    private Node _listeners;
    private volatile bool _isDone;

    public void Add(Action listener)
    {
        if (_isDone)
        {
            listener();
            return;
        }

        lock (_gate)
        {
            _listeners = new Node(listener, _listeners);
        }

        if (_isDone)
            RunAll();
    }

    public void Complete()
    {
        _isDone = true;
        RunAll();
    }

    private void RunAll()
    {
        Node taken;
        lock (_gate)
        {
            taken = _listeners;
            _listeners = null;
        }

        for (; taken != null; taken = taken.Next)
            taken.Listener();
    }
}
