using System.Threading;

namespace Corpus.Extra.NegAio3001FastPath;

public sealed class Deque
{
    private int[] _items = new int[32];
    private volatile int _head;
    private volatile int _tail;
    private int _operation;

    public void Push(int item)
    {
        bool isLocked = false;
        try
        {
            Interlocked.Exchange(ref _operation, 1);
            int tail = _tail;
            if (_head < tail - 1 && tail < _head + 31)
            {
                _items[tail & 31] = item;
                _tail = tail + 1;
            }
            else
            {
                _operation = 0;
                Monitor.Enter(this, ref isLocked);
                _items[tail & 31] = item;
                _tail = tail + 1;
            }
        }
        finally
        {
            _operation = 0;
            if (isLocked)
            {
                Monitor.Exit(this);
            }
        }
    }

    public bool TrySteal(out int item)
    {
        lock (this)
        {
            int head = _head;
            if (head < _tail)
            {
                Interlocked.Exchange(ref _head, head + 1);
                var spin = default(SpinWait);
                while (Volatile.Read(ref _operation) == 1)
                {
                    spin.SpinOnce();
                }

                item = _items[head & 31];
                _items[head & 31] = 0;
                return true;
            }

            item = 0;
            return false;
        }
    }

    public void Clear()
    {
        lock (this)
        {
            for (int i = 0; i < 32; i++)
            {
                _items[i] = 0;
            }
        }
    }
}
