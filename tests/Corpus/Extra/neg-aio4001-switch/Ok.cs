using System.Threading;

namespace Corpus.Extra.NegAio4001Switch;

public sealed class Valve
{
    private int _opened;
    private int _shut;
    private volatile int _flow;
    private volatile bool _watched;

    public bool Turn(int mode)
    {
        switch (mode)
        {
            case 0:
                Interlocked.Increment(ref _opened);
                break;
            case 1:
                Interlocked.Increment(ref _shut);
                break;
            case 2:
                _flow = 2;
                break;
        }

        Interlocked.MemoryBarrier();
        return _watched;
    }

    public int Watch()
    {
        _watched = true;
        Interlocked.MemoryBarrier();
        return _flow + Volatile.Read(ref _opened) + Volatile.Read(ref _shut);
    }
}
