using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio1002MpscIntrusive;

public sealed class IntrusiveInbox<T>
{
    private sealed class Node
    {
        public T Item;
        public Node Next;
    }

    private Node _last;
    private Node _first;

    public IntrusiveInbox()
    {
        _first = _last = new Node();
    }

    public void Send(T item)
    {
        var node = new Node { Item = item };
        Node before = Interlocked.Exchange(ref _last, node);
        Volatile.Write(ref before.Next, node);
    }

    public Task Consume(Action<T> handle, CancellationToken stop) => Task.Factory.StartNew(
        () =>
        {
            var spin = new SpinWait();
            while (!stop.IsCancellationRequested)
            {
                Node next = Volatile.Read(ref _first.Next);
                if (next == null)
                {
                    spin.SpinOnce();
                    continue;
                }

                T item = next.Item;
                next.Item = default;
                _first = next;
                spin.Reset();
                handle(item);
            }
        },
        stop,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
