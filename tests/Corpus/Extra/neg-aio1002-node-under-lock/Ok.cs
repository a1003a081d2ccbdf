using System;
using System.Threading;

namespace Corpus.Extra.NegAio1002NodeUnderLock;

public sealed class Registry
{
    private readonly object _gate = new();
    private Node? _first;
    private Node? _free;
    private volatile bool _isClosed;

    public void Add(Action<object?> call, object? state, SynchronizationContext? context)
    {
        if (_isClosed)
        {
            return;
        }

        lock (_gate)
        {
            Node? node = _free;
            if (node != null)
            {
                _free = node.Next;
            }
            else
            {
                node = new Node();
            }

            node.Call = call;
            node.State = state;
            node.Context = context;
            node.Next = _first;
            _first = node;
        }
    }

    public void Close()
    {
        _isClosed = true;
        while (true)
        {
            Node? node;
            lock (_gate)
            {
                node = _first;
                if (node == null)
                {
                    break;
                }

                _first = node.Next;
            }

            if (node.Context != null)
            {
                node.Context.Send(_ => node.Call!(node.State), null);
            }
            else
            {
                node.Call!(node.State);
            }
        }
    }

    private sealed class Node
    {
        internal Node? Next;
        internal Action<object?>? Call;
        internal object? State;
        internal SynchronizationContext? Context;
    }
}
