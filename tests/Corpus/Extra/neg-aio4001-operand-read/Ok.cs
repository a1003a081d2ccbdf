using System.Threading;

namespace Corpus.Extra.NegAio4001OperandRead;

public sealed class Baton
{
    private int _holder;
    private int _next;
    private int _epoch;

    public void Name(int next)
    {
        Volatile.Write(ref _next, next);
        Interlocked.MemoryBarrier();
        Interlocked.Exchange(ref _holder, _epoch);
    }

    public void Advance(int epoch)
    {
        Volatile.Write(ref _epoch, epoch);
        Interlocked.MemoryBarrier();
        Interlocked.CompareExchange(ref _holder, Volatile.Read(ref _next), 0);
    }

    public int Holder => Volatile.Read(ref _holder);
}
