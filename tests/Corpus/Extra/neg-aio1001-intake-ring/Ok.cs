using System;
using System.Threading;

namespace Corpus.Extra.NegAio1001IntakeRing;

public sealed class Intake<T>
    where T : class
{
    private readonly T[] _slots = new T[256];
    private readonly Action<T> _deliver;
    private long _filled;
    private long _emptied;

    public Intake(Action<T> deliver) => _deliver = deliver;

    public bool Offer(T item)
    {
        long at;
        do
        {
            at = Volatile.Read(ref _filled);
            if (at - Volatile.Read(ref _emptied) >= _slots.Length)
                return false;
        }
        while (Interlocked.CompareExchange(ref _filled, at + 1, at) != at);
        Volatile.Write(ref _slots[at & (_slots.Length - 1)], item);
        return true;
    }

    // The one consumer's.
    public int Drain()
    {
        int count = 0;
        long at = _emptied;
        while (true)
        {
            T item = Volatile.Read(ref _slots[at & (_slots.Length - 1)]);
            if (item == null)
            {
                if (at == Volatile.Read(ref _filled))
                    return count;
                Thread.SpinWait(20);
                continue;
            }

            _slots[at & (_slots.Length - 1)] = null;
            at++;
            Volatile.Write(ref _emptied, at);
            _deliver(item);
            count++;
        }
    }
}
