using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio1004LevelCount;

public sealed class LevelPool
{
    private readonly Level[] _levels = new Level[4];

    public void Return(object item, int level)
    {
        if (_levels[level] == null)
            Interlocked.CompareExchange(ref _levels[level], new Level(), null);
        if (Interlocked.Increment(ref _levels[level].Count) <= 16)
            _levels[level].Items.Enqueue(item);
        else
            Interlocked.Decrement(ref _levels[level].Count);
    }

    public int Drain()
    {
        int dropped = 0;
        for (int i = 0; i < _levels.Length; i++)
        {
            if (_levels[i] == null)
                continue;
            while (_levels[i].Count > 0)
            {
                while (_levels[i].Items.TryDequeue(out _))
                {
                    Interlocked.Decrement(ref _levels[i].Count);
                    dropped++;
                }

                Thread.Yield();
            }
        }

        return dropped;
    }

    private sealed class Level
    {
        public readonly ConcurrentQueue<object> Items = new();
        public int Count;
    }
}
