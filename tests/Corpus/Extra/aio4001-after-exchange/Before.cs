using System.Threading;

namespace Corpus.Extra.Aio4001AfterExchange.Before;

public sealed class Completion
{
    private readonly AutoResetEvent _bell = new AutoResetEvent(false);
    private int _completed;
    private int _waiting;

    public void Complete(int count)
    {
        Interlocked.Exchange(ref _completed, count);
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _waiting) != 0)
        {
            _bell.Set();
        }
    }

    public void WaitBeyond(int seen)
    {
        Interlocked.Exchange(ref _waiting, 1);
        while (Volatile.Read(ref _completed) <= seen)
        {
            _bell.WaitOne();
        }

        Volatile.Write(ref _waiting, 0);
    }
}
