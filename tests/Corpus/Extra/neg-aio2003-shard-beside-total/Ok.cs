using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2003ShardBesideTotal;

public sealed class ShardTallies
{
    private const int Stride = 8;
    private readonly long[] _rows;
    private long _total;

    public ShardTallies(int shards) => _rows = new long[shards * Stride];

    public long Total => Interlocked.Read(ref _total);

    public Task RunAsync(IReadOnlyList<IEnumerator<int>> shards) => Task.Run(() => Parallel.For(0, shards.Count, shard => Drain(shards[shard], shard)));

    public long RowsOf(int shard) => Volatile.Read(ref _rows[shard * Stride]);

    public void Drain(IEnumerator<int> rows, int shard)
    {
        while (rows.MoveNext())
        {
            Count(shard * Stride);
            Interlocked.Increment(ref _total);
        }
    }

    private void Count(int cell)
    {
        long rows = Volatile.Read(ref _rows[cell]);
        Volatile.Write(ref _rows[cell], rows + 1);
    }
}
