using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3004ParallelResize.Before;

public sealed class Totals
{
    private long[] _sums = new long[16];

    public void AddAll(IReadOnlyList<int> keys)
    {
        Parallel.ForEach(keys, key =>
        {
            if (key >= _sums.Length)
            {
                Array.Resize(ref _sums, key * 2);
            }

            _sums[key] += key;
        });
    }

    public long Get(int key) => _sums[key];
}
