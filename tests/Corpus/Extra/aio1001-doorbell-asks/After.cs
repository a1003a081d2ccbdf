using System.Threading;

namespace Corpus.Extra.Aio1001DoorbellAsks.After;

public sealed class Doorbell
{
    private readonly object _sync = new object();
    private readonly AutoResetEvent _bell = new AutoResetEvent(false);
    private int _queued;

    public void Queue()
    {
        lock (_sync)
        {
            _queued++;
        }

        Interlocked.MemoryBarrier();
    }

    public void Rest() => _bell.WaitOne();

    public void Leave()
    {
        lock (_sync)
        {
            _queued--;
        }
    }

    public void RingIfQueued()
    {
        Interlocked.MemoryBarrier();
        if (_queued != 0)
        {
            _bell.Set();
        }
    }
}
