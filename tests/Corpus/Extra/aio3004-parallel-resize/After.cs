using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3004ParallelResize.After;

public sealed class Totals
{
    private long[] _sums = new long[16];

    public void AddAll(IReadOnlyList<int> keys)
    {
        int most = 0;
        foreach (int key in keys)
        {
            most = Math.Max(most, key);
        }

        Array.Resize(ref _sums, Math.Max(_sums.Length, most + 1));
        Parallel.ForEach(keys, key =>
        {
            Interlocked.Add(ref _sums[key], key);
        });
    }

    public long Get(int key) => _sums[key];
}
