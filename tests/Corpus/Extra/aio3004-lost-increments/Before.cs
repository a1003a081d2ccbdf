using System.Threading;

namespace Corpus.Extra.Aio3004LostIncrements.Before;

public sealed class HitCounts
{
    private readonly object _grow = new object();
    private volatile int[] _hits = new int[16];

    public void Hit(int page)
    {
        if (page >= _hits.Length)
        {
            Grow(page);
        }

        Interlocked.Increment(ref _hits[page]);
    }

    public int Of(int page) => Volatile.Read(ref _hits[page]);

    private void Grow(int page)
    {
        lock (_grow)
        {
            int[] old = _hits;
            if (page >= old.Length)
            {
                var larger = new int[page * 2];
                old.CopyTo(larger, 0);
                _hits = larger;
            }
        }
    }
}
