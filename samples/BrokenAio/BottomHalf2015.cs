// QEMU, April 2015: "aio: strengthen memory barriers for bottom half scheduling".
// A scheduling thread tests the flag, sets it and notifies; the event loop tests the flag, clears it and runs the callback. Neither is one step.
// The clear may become visible only after the callback has looked for work: the scheduler still sees the flag set, does nothing, and the work is never done.

using System;
using System.Threading;

namespace BrokenAio.BottomHalves;

public sealed class BottomHalf
{
    internal readonly Action Callback;
    internal BottomHalf? Next;
    internal volatile bool Scheduled;
    internal volatile bool Idle;
    internal volatile bool Deleted;

    internal BottomHalf(Action callback)
    {
        Callback = callback;
    }

    public void Delete()
    {
        Scheduled = false;
        Deleted = true;
    }
}

public sealed class AioContext
{
    private readonly AutoResetEvent _notified = new(false);
    private readonly object _listLock = new();
    private BottomHalf? _first;

    public BottomHalf Create(Action callback)
    {
        var created = new BottomHalf(callback);
        lock (_listLock)
        {
            created.Next = _first;
            Volatile.Write(ref _first, created);
        }

        return created;
    }

    /// <summary>qemu_bh_schedule(): any thread.</summary>
    public void Schedule(BottomHalf half)
    {
        if (half.Scheduled)
        {
            return;
        }

        half.Idle = false;
        half.Scheduled = true;
        _notified.Set();
    }

    /// <summary>qemu_bh_schedule_idle(): any thread, in no hurry.</summary>
    public void ScheduleIdle(BottomHalf half)
    {
        if (half.Scheduled)
        {
            return;
        }

        half.Idle = true;
        half.Scheduled = true;
    }

    /// <summary>The event loop's own thread.</summary>
    public void Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (!Poll())
            {
                _notified.WaitOne(10);
            }
        }
    }

    /// <summary>aio_bh_poll().</summary>
    private bool Poll()
    {
        bool progress = false;
        for (BottomHalf? half = Volatile.Read(ref _first); half is not null; half = half.Next)
        {
            if (!half.Deleted && half.Scheduled)
            {
                half.Scheduled = false;
                progress |= !half.Idle;
                half.Idle = false;
                half.Callback();
            }
        }

        return progress;
    }
}
