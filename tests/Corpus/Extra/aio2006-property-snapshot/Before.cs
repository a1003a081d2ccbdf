using System;
using System.Threading;

namespace Corpus.Extra.Aio2006PropertySnapshot.Before;

public sealed class HighWater
{
    private int _mark;

    public int Mark => Volatile.Read(ref _mark);

    public void Raise(int by)
    {
        int raised = Mark + by;
        int before = Mark;
        while (Interlocked.CompareExchange(ref _mark, raised, before) != before)
        {
            raised = Mark + by;
            before = Mark;
        }
    }
}
