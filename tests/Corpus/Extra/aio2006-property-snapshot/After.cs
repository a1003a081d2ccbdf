using System;
using System.Threading;

namespace Corpus.Extra.Aio2006PropertySnapshot.After;

public sealed class HighWater
{
    private int _mark;

    public int Mark => Volatile.Read(ref _mark);

    public void Raise(int by)
    {
        int before = Mark;
        while (Interlocked.CompareExchange(ref _mark, before + by, before) != before)
        {
            before = Mark;
        }
    }
}
