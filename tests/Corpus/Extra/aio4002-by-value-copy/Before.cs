using System;
using System.Threading;

namespace Corpus.Extra.Aio4002ByValueCopy.Before;

public struct Lane
{
    public int Busy;
    public int Owner;
}

public sealed class LaneSet
{
    private readonly Lane[] _lanes = new Lane[8];

    public bool TryEnter(int lane, int owner)
    {
        if (Interlocked.CompareExchange(ref _lanes[lane].Busy, 1, 0) != 0)
        {
            return false;
        }

        _lanes[lane].Owner = owner;
        return true;
    }

    public void Leave(int lane)
    {
        Lane mine = _lanes[lane];
        Volatile.Write(ref mine.Busy, 0);
    }
}
