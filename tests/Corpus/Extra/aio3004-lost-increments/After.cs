using System.Threading;

namespace Corpus.Extra.Aio3004LostIncrements.After;

public sealed class HitCounts
{
    private readonly object _grow = new object();
    private volatile int[][] _hits = NewTable(16);

    private static int[][] NewTable(int size)
    {
        var table = new int[size][];
        for (int i = 0; i < size; i++)
        {
            table[i] = new int[1];
        }

        return table;
    }

    public void Hit(int page)
    {
        if (page >= _hits.Length)
        {
            Grow(page);
        }

        Interlocked.Increment(ref _hits[page][0]);
    }

    public int Of(int page) => Volatile.Read(ref _hits[page][0]);

    private void Grow(int page)
    {
        lock (_grow)
        {
            int[][] old = _hits;
            if (page >= old.Length)
            {
                int[][] larger = NewTable(page * 2);
                old.CopyTo(larger, 0);
                _hits = larger;
            }
        }
    }
}
