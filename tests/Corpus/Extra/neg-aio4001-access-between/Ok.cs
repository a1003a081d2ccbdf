using System.Threading;

namespace Corpus.Extra.NegAio4001AccessBetween;

public sealed class Handshake
{
    private volatile int _request;
    private volatile int _grant;
    private int _rounds;

    public bool Ask()
    {
        Interlocked.Increment(ref _rounds);
        _request = 1;
        Interlocked.MemoryBarrier();
        return _grant == 0;
    }

    public bool Give()
    {
        _grant = 1;
        Interlocked.MemoryBarrier();
        bool wasAsked = _request != 0;
        Interlocked.MemoryBarrier();
        return wasAsked && _rounds > 0;
    }

    public int Rounds => Volatile.Read(ref _rounds);
}
