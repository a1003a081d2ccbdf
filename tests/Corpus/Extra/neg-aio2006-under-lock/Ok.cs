using System;
using System.Threading;

namespace Corpus.Extra.NegAio2006UnderLock;

public sealed class Epochs
{
    private readonly object _gate = new();
    private int _epoch;

    public int Current => Volatile.Read(ref _epoch);

    public void Next()
    {
        lock (_gate)
        {
            int next = _epoch + 1;
            Interlocked.CompareExchange(ref _epoch, next, _epoch);
        }
    }
}
