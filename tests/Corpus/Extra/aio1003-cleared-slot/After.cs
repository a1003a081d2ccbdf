using System.Threading;

namespace Corpus.Extra.Aio1003ClearedSlot.After;

/// <summary>Work handed from one thread to one other; a slot that was taken is cleared, so that it keeps nothing alive.</summary>
public sealed class HandOver<T>
    where T : class
{
    private readonly T[] _slots;
    private int _filled;
    private int _taken;

    public HandOver(int powerOfTwo)
    {
        _slots = new T[powerOfTwo];
    }

    /// <summary>The producer's thread only.</summary>
    public bool TryGive(T work)
    {
        T[] slots = _slots;
        int filled = _filled;
        if (filled - Volatile.Read(ref _taken) == slots.Length)
        {
            return false;
        }

        slots[filled & (slots.Length - 1)] = work;
        Volatile.Write(ref _filled, filled + 1);
        return true;
    }

    /// <summary>The consumer's thread only.</summary>
    public bool TryTake(out T work)
    {
        T[] slots = _slots;
        int taken = _taken;
        if (taken == Volatile.Read(ref _filled))
        {
            work = null;
            return false;
        }

        int at = taken & (slots.Length - 1);
        work = slots[at];
        slots[at] = null;
        Volatile.Write(ref _taken, taken + 1);
        return true;
    }
}
