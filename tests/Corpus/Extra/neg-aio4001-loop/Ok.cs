using System.Threading;

namespace Corpus.Extra.NegAio4001Loop;

public sealed class Poller
{
    private readonly AutoResetEvent _bell = new AutoResetEvent(false);
    private volatile int _sleeping;
    private volatile int _work;

    public void Run()
    {
        while (true)
        {
            _sleeping = 1;
            Interlocked.MemoryBarrier();
            if (_work == 0)
            {
                _bell.WaitOne();
            }

            _sleeping = 0;
            while (Interlocked.Exchange(ref _work, 0) != 0)
            {
            }
        }
    }

    public void Backoff(int rounds)
    {
        for (int i = 0; i < rounds; i++)
        {
            Interlocked.MemoryBarrier();
        }
    }

    public void Post()
    {
        _work = 1;
        Interlocked.MemoryBarrier();
        if (_sleeping != 0)
        {
            _bell.Set();
        }
    }
}
