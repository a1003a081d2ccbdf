using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio3003PeekThenTake.After;

public sealed class Deadlines
{
    private readonly object _takers = new object();
    private readonly ConcurrentQueue<(int Id, long Due)> _queue = new ConcurrentQueue<(int, long)>();

    public void Add(int id, long due) => _queue.Enqueue((id, due));

    public int Expire(long now, Action<int> expired)
    {
        int count = 0;
        lock (_takers)
        {
            while (_queue.TryPeek(out var first) && first.Due <= now)
            {
                _queue.TryDequeue(out var taken);
                expired(taken.Id);
                count++;
            }
        }

        return count;
    }

    public bool TryNext(out int id)
    {
        lock (_takers)
        {
            bool found = _queue.TryDequeue(out var next);
            id = next.Id;
            return found;
        }
    }

    public void Cancel(Action<int> cancelled)
    {
        while (TryNext(out int id))
        {
            cancelled(id);
        }
    }
}
