using System.Threading;

namespace Corpus.Extra.NegAio1001ChaseLev;

public sealed class StealingDeque<T> where T : class
{
    private volatile T[] _array = new T[32];
    private long _top;
    private long _bottom;

    public bool LooksEmpty => Volatile.Read(ref _top) >= Volatile.Read(ref _bottom);

    public void Push(T item)
    {
        long bottom = _bottom;
        long top = Volatile.Read(ref _top);
        T[] array = _array;
        if (bottom - top >= array.Length)
        {
            array = Grow(array, top, bottom);
        }
        array[bottom & (array.Length - 1)] = item;
        Volatile.Write(ref _bottom, bottom + 1);
    }

    public T Pop()
    {
        long bottom = _bottom - 1;
        T[] array = _array;
        Interlocked.Exchange(ref _bottom, bottom);
        long top = Volatile.Read(ref _top);

        if (top > bottom)
        {
            Volatile.Write(ref _bottom, bottom + 1);
            return null;
        }

        ref T slot = ref array[bottom & (array.Length - 1)];
        T item = slot;
        if (top < bottom)
        {
            slot = null;
            return item;
        }

        if (Interlocked.CompareExchange(ref _top, top + 1, top) != top)
        {
            item = null;
        }
        Volatile.Write(ref _bottom, bottom + 1);
        return item;
    }

    public bool TrySteal(out T item)
    {
        long top = Volatile.Read(ref _top);
        Interlocked.MemoryBarrier();
        long bottom = Volatile.Read(ref _bottom);
        if (top >= bottom)
        {
            item = null;
            return false;
        }

        T[] array = _array;
        T candidate = array[top & (array.Length - 1)];
        if (Interlocked.CompareExchange(ref _top, top + 1, top) != top)
        {
            item = null;
            return false;
        }
        item = candidate;
        return true;
    }

    private T[] Grow(T[] old, long top, long bottom)
    {
        var bigger = new T[old.Length * 2];
        for (long i = top; i < bottom; i++)
        {
            bigger[i & (bigger.Length - 1)] = old[i & (old.Length - 1)];
        }
        _array = bigger;
        return bigger;
    }
}
