using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2002CountedQueue;

public sealed class CountedQueue
{
    private const int Owned = 1 << 30;
    private readonly ConcurrentQueue<Action> _items = new();
    private int _count;

    public void Enqueue(Action item, bool inline)
    {
        Interlocked.Increment(ref _count);
        _items.Enqueue(item);
        while (true)
        {
            int count = _count;
            if (count >= Owned)
                return;
            if (Interlocked.CompareExchange(ref _count, count + Owned, count) == count)
                break;
        }

        if (inline)
            Process();
        else
            _ = Task.Run(Process);
    }

    private void Process()
    {
        while (true)
        {
            while (_items.TryDequeue(out Action? item))
            {
                item();
                Interlocked.Decrement(ref _count);
            }

            int count = _count;
            if (count != Owned)
                continue;
            if (Interlocked.CompareExchange(ref _count, 0, count) == count)
                break;
        }
    }
}
