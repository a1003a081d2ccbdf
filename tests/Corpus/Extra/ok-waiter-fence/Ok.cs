using System.Threading;

namespace Corpus.Extra.OkWaiterFence;

public sealed class TickFeed
{
    private readonly long[] _ticks = new long[4096];
    private readonly SemaphoreSlim _wake = new SemaphoreSlim(0);
    private volatile int _tail;
    private volatile int _head;
    private int _sleepers;

    public bool TryPublish(long tick)
    {
        int tail = _tail;
        if (tail - _head == _ticks.Length)
        {
            return false;
        }

        _ticks[tail & 4095] = tick;
        _tail = tail + 1;
        if (AnySleeper())
        {
            _wake.Release();
        }

        return true;
    }

    /// <summary>One thread takes, one publishes.</summary>
    public long Take()
    {
        long tick;
        while (!TryTake(out tick))
        {
            Interlocked.Increment(ref _sleepers);
            if (_head == _tail)
            {
                _wake.Wait();
            }

            Interlocked.Decrement(ref _sleepers);
        }

        return tick;
    }

    private bool TryTake(out long tick)
    {
        int head = _head;
        if (head == _tail)
        {
            tick = 0;
            return false;
        }

        tick = _ticks[head & 4095];
        _head = head + 1;
        return true;
    }

    private bool AnySleeper()
    {
        FullFence();
        return Volatile.Read(ref _sleepers) > 0;
    }

    private static void FullFence() => Interlocked.MemoryBarrier();
}
