using System;
using System.Threading;

namespace Corpus.Extra.Aio1004WholeSlotCopied.After;

public struct Tick
{
    public int Symbol;
    public long Price;
}

public sealed class TickBoard
{
    private readonly Tick[] _ticks = new Tick[256];
    private readonly int[] _stamps = new int[256];

    public void Put(byte at, int symbol, long price)
    {
        _ticks[at].Symbol = symbol;
        _ticks[at].Price = price;
        Volatile.Write(ref _stamps[at], symbol);
    }

    public bool TryGet(byte at, int symbol, out Tick tick)
    {
        if (Volatile.Read(ref _stamps[at]) != symbol)
        {
            tick = default;
            return false;
        }

        tick = _ticks[at];
        return true;
    }
}
