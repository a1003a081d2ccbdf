using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio1003LeaseThenShelf;

public sealed class CrateDepot
{
    private readonly Shelf[] _shelves = new Shelf[8];
    private int _leases;

    public byte[] Lease(int size)
    {
        if (Interlocked.Increment(ref _leases) < 0)
        {
            Interlocked.Decrement(ref _leases);
            return null;
        }

        int row = RowOf(size);
        if (_shelves[row] == null)
            Interlocked.CompareExchange(ref _shelves[row], new Shelf(), null);
        return _shelves[row].Crates.TryDequeue(out byte[] crate) ? crate : new byte[64 << row];
    }

    public void GiveBack(byte[] crate)
    {
        _shelves[RowOf(crate.Length)]?.Crates.Enqueue(crate);
        Interlocked.Decrement(ref _leases);
    }

    public int Close()
    {
        while (_leases > int.MinValue && Interlocked.CompareExchange(ref _leases, int.MinValue, 0) != 0)
            Thread.Yield();

        int dropped = 0;
        for (int row = 0; row < _shelves.Length; row++)
        {
            if (_shelves[row] == null)
                continue;
            while (_shelves[row].Crates.TryDequeue(out _))
                dropped++;
            _shelves[row] = null;
        }

        return dropped;
    }

    private static int RowOf(int size)
    {
        int row = 0;
        while (row < 7 && size > 64 << row)
            row++;
        return row;
    }

    private sealed class Shelf
    {
        public readonly ConcurrentQueue<byte[]> Crates = new();
    }
}
