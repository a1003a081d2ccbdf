using System;
using System.Threading;

namespace Corpus.Extra.NegAio2006OtherField;

public sealed class Lease
{
    private int _owner;
    private int _generation;

    public bool TryTake(int id)
    {
        int owner = Volatile.Read(ref _owner);
        if (owner != 0 && owner == Volatile.Read(ref _generation))
        {
            return false;
        }

        return Interlocked.CompareExchange(ref _owner, id + Volatile.Read(ref _generation), owner) == owner;
    }

    public void NextGeneration() => Interlocked.Increment(ref _generation);
}
