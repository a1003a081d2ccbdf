using System.Threading;

namespace Corpus.Extra.Aio4001AfterSpin.Before;

public struct TinyLock
{
    private int _held;

    public void Enter()
    {
        while (Interlocked.CompareExchange(ref _held, 1, 0) != 0)
        {
            Thread.SpinWait(20);
        }

        Interlocked.MemoryBarrier();
    }

    public void Exit() => Volatile.Write(ref _held, 0);
}
