using System;

namespace Corpus.Extra.NegAio3001LockHandedIn;

internal sealed class Waiters
{
    private readonly Waiter _head = new(null!);

    public Waiters() => _head.Next = _head.Prev = _head;

    public Waiter Enter()
    {
        var waiter = new Waiter(_head);
        lock (_head)
        {
            waiter.Next = _head;
            waiter.Prev = _head.Prev;
            _head.Prev.Next = waiter;
            _head.Prev = waiter;
        }

        return waiter;
    }

    internal sealed class Waiter
    {
        private readonly object _queueLock;
        private Waiter? _next;
        private Waiter? _prev;
        private bool _hasLeft;

        public Waiter(object queueLock) => _queueLock = queueLock;

        public Waiter Next
        {
            get => _next!;
            set => _next = value;
        }

        public Waiter Prev
        {
            get => _prev!;
            set => _prev = value;
        }

        public bool Leave()
        {
            lock (_queueLock)
            {
                if (_hasLeft)
                {
                    return false;
                }

                _next!.Prev = Prev;
                _prev!.Next = Next;
                _next = null;
                _prev = null;
                _hasLeft = true;
                return true;
            }
        }
    }
}
