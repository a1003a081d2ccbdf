using System;
using System.Threading;

namespace Corpus.Extra.NegAio2006Lazy;

public sealed class LazyTable
{
    private int[] _table;

    public int[] Get(int size)
    {
        if (_table == null)
        {
            Interlocked.CompareExchange(ref _table, new int[size], null);
        }

        return _table;
    }
}
