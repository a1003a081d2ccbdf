using System.Threading;

namespace Corpus.Extra.NegAio4001ResultStored;

public sealed class Deli
{
    private int _next;
    private volatile int _called;
    private volatile int _waiting;

    public bool Take()
    {
        _waiting = Interlocked.Increment(ref _next);
        Interlocked.MemoryBarrier();
        return _called < _next;
    }

    public bool Call(int number)
    {
        _called = number;
        Interlocked.MemoryBarrier();
        return _waiting > number;
    }
}
