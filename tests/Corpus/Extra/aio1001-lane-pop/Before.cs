using System;
using System.Threading;

namespace Corpus.Extra.Aio1001LanePop.Before;

public abstract class LaneTask
{
    public abstract void Execute();
}

public sealed class TaskLane
{
    private readonly LaneTask[] _ring;
    private readonly int _mask;
    private readonly Action<LaneTask> _overflow;
    private int _top;
    private int _bottom;

    public TaskLane(int bits, Action<LaneTask> overflow)
    {
        _ring = new LaneTask[1 << bits];
        _mask = _ring.Length - 1;
        _overflow = overflow;
    }

    public int EstimatedCount
    {
        get
        {
            int top = Volatile.Read(ref _top);
            return Math.Max(0, Volatile.Read(ref _bottom) - top);
        }
    }

    // Owner.
    public void Add(LaneTask task)
    {
        int bottom = _bottom;
        if (bottom - Volatile.Read(ref _top) > _mask)
        {
            _overflow(task);
            return;
        }
        _ring[bottom & _mask] = task;
        Volatile.Write(ref _bottom, bottom + 1);
    }

    // Owner.
    public bool TryPop(out LaneTask task)
    {
        int bottom = _bottom - 1;
        Volatile.Write(ref _bottom, bottom);
        int top = Volatile.Read(ref _top);
        int left = bottom - top;
        if (left < 0)
        {
            Volatile.Write(ref _bottom, top);
            task = null;
            return false;
        }

        task = _ring[bottom & _mask];
        if (left > 0)
        {
            return true;
        }

        bool won = Interlocked.CompareExchange(ref _top, top + 1, top) == top;
        Volatile.Write(ref _bottom, top + 1);
        if (!won) task = null;
        return won;
    }

    // Anybody.
    public bool TrySteal(out LaneTask task)
    {
        int top = Volatile.Read(ref _top);
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _bottom) - top <= 0)
        {
            task = null;
            return false;
        }
        task = _ring[top & _mask];
        if (Interlocked.CompareExchange(ref _top, top + 1, top) == top)
        {
            return true;
        }
        task = null;
        return false;
    }

    public int RunAll()
    {
        int n = 0;
        while (TryPop(out LaneTask task))
        {
            task.Execute();
            n++;
        }
        return n;
    }
}
