using System;
using System.Threading;

namespace Corpus.Extra.NegAio4001Handler;

public sealed class Cells
{
    private readonly int[] _cells;
    private volatile int _missed;
    private volatile bool _checked;

    public Cells(int count) => _cells = new int[count];

    public bool Mark(int index)
    {
        try
        {
            Interlocked.Exchange(ref _cells[index], 1);
        }
        catch (IndexOutOfRangeException)
        {
            _missed = index;
        }

        Interlocked.MemoryBarrier();
        return _checked;
    }

    public int Check()
    {
        _checked = true;
        Interlocked.MemoryBarrier();
        return _missed;
    }
}
