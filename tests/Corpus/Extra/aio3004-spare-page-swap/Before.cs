using System.Collections.Generic;

namespace Corpus.Extra.Aio3004SparePageSwap.Before;

public sealed class CounterPage
{
    internal readonly long[] Cells = new long[64];
    internal long Total;
}

public sealed class CounterDirectory
{
    private readonly object _sync = new object();
    private readonly CounterPage[] _pages = new CounterPage[8];
    private readonly Stack<CounterPage> _spare = new Stack<CounterPage>();

    public CounterDirectory()
    {
        for (int i = 0; i < _pages.Length; i++)
        {
            _pages[i] = new CounterPage();
        }
    }

    public void Count(int cell)
    {
        lock (_sync)
        {
            CounterPage page = _pages[cell >> 6];
            page.Cells[cell & 63]++;
            page.Total++;
        }
    }

    public void Move(int at)
    {
        CounterPage fresh;
        CounterPage old;
        lock (_sync)
        {
            fresh = _spare.Count == 0 ? new CounterPage() : _spare.Pop();
            old = _pages[at];
            fresh.Total = old.Total;
        }

        lock (_sync)
        {
            _pages[at] = fresh;
        }
    }
}
