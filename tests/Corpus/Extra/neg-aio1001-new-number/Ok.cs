using System.Threading;

namespace Corpus.Extra.NegAio1001NewNumber;

public sealed class EpochSeats
{
    private readonly long[] _seats = new long[16];
    private readonly SemaphoreSlim _freed = new(0);
    private long _now = 1;
    private int _waiting;

    public int Enter()
    {
        int seat = Find();
        if (seat >= 0)
            return seat;
        Interlocked.Increment(ref _waiting);
        try
        {
            while (true)
            {
                seat = Find();
                if (seat >= 0)
                    return seat;
                _freed.Wait();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Refresh(int seat)
    {
        long now = Volatile.Read(ref _now);
        Volatile.Write(ref _seats[seat], now);
        if (Volatile.Read(ref _waiting) > 0)
        {
            Leave(seat);
            Thread.Yield();
        }
    }

    public void Leave(int seat)
    {
        Volatile.Write(ref _seats[seat], 0);
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _waiting) > 0)
            _freed.Release();
    }

    public void Advance() => Interlocked.Increment(ref _now);

    private int Find()
    {
        for (int i = 0; i < _seats.Length; i++)
        {
            if (Volatile.Read(ref _seats[i]) != 0)
                continue;
            if (Interlocked.CompareExchange(ref _seats[i], Volatile.Read(ref _now), 0) == 0)
                return i;
        }

        return -1;
    }
}
