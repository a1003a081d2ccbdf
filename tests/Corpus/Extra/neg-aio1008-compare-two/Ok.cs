using System.Threading;

namespace Corpus.Extra.NegAio1008CompareTwo;

public sealed class AddressVector
{
    private long _head;
    private long _tail;

    public void Advance(long by)
    {
        _tail += by;
        Volatile.Write(ref _head, _head + by);
    }

    public void Publish() => Interlocked.MemoryBarrier();

    public bool SameAs(AddressVector other)
    {
        long mine = _head;
        if (_tail != other._tail)
            return false;
        return mine == other._head;
    }
}
