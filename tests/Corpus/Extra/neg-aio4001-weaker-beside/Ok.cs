using System.Threading;

namespace Corpus.Extra.NegAio4001WeakerBeside;

public sealed class Pair
{
    private volatile bool _a;
    private volatile bool _b;

    public bool SetA()
    {
        _a = true;
        Interlocked.MemoryBarrier();
        return _b;
    }

    public bool SetB()
    {
        _b = true;
        Interlocked.MemoryBarrier();
        return _a;
    }
}
