using System;

namespace Corpus.Extra.NegAio3004SnapshotReaders;

public sealed class Prices
{
    private readonly object _sync = new object();
    private volatile int[] _prices = new int[8];

    public void Set(int item, int price)
    {
        lock (_sync)
        {
            int[] old = _prices;
            var next = new int[Math.Max(old.Length, item + 1)];
            old.CopyTo(next, 0);
            next[item] = price;
            _prices = next;
        }
    }

    public int Total()
    {
        int total = 0;
        foreach (int price in _prices)
        {
            total += price;
        }

        return total;
    }
}
