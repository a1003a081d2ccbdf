using System;
using System.Threading;

namespace Corpus.Extra.NegAio4002RefHandedOn;

public sealed class Cells
{
    private readonly int[] _cells = new int[32];

    public int Raise(int index) => Raise(ref _cells[index]);

    private static int Raise(ref int cell) => Interlocked.Increment(ref cell);

    public bool TryTake(int index)
    {
        ref int cell = ref _cells[index];
        return Interlocked.CompareExchange(ref cell, 1, 0) == 0;
    }

    public void Give(int index)
    {
        Span<int> cells = _cells;
        Volatile.Write(ref cells[index], 0);
    }
}
