using System;
using System.Threading;

namespace Corpus.Extra.NegAio1001FenceEndsPhase;

public sealed class PageTable
{
    private readonly object _sync = new object();
    private readonly long[] _pages = new long[64];
    private readonly Action<string> _trace;
    private int _count;

    public PageTable(Action<string> trace) => _trace = trace;

    public void Map(long page)
    {
        lock (_sync)
        {
            _pages[_count] = page;
            _count++;
        }
    }

    public void Flush()
    {
        lock (_sync)
        {
            _count = 0;
        }

        Interlocked.MemoryBarrier();
    }

    public void Trace()
    {
        if (_count != 0)
        {
            _trace("pages are mapped");
        }
    }
}
