using System.Threading;

namespace Corpus.Extra.Aio1001ParkedFlag.After;

public sealed class Parking
{
    private readonly SemaphoreSlim _wake = new SemaphoreSlim(0);
    private volatile bool _isParked;

    public void Announce()
    {
        _isParked = true;
        Thread.MemoryBarrier();
    }

    public void Park()
    {
        _wake.Wait();
        _isParked = false;
    }

    public bool UnparkIfParked()
    {
        Thread.MemoryBarrier();
        if (!_isParked)
        {
            return false;
        }

        _wake.Release();
        return true;
    }
}
