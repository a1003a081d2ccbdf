using System.Threading;

namespace Corpus.Extra.Aio4001ArraySlot.Before;

public sealed class Reservations
{
    private readonly int[] _seats = new int[64];
    private int _free = 64;
    private volatile bool _closed;

    public bool TryTake(int seat)
    {
        ref int place = ref _seats[seat];
        if (Interlocked.Exchange(ref place, 1) != 0)
        {
            return false;
        }

        Interlocked.Decrement(ref _free);
        Thread.MemoryBarrier();
        return !_closed;
    }

    public void Close()
    {
        _closed = true;
        Interlocked.MemoryBarrier();
        for (int i = 0; i < _seats.Length; i++)
        {
            if (Volatile.Read(ref _seats[i]) == 0)
            {
                Volatile.Write(ref _seats[i], 2);
            }
        }
    }
}
