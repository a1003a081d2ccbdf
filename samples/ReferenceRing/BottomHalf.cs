using System;
using System.Threading;

namespace ReferenceRing;

/// <summary>A callback that runs once, soon, on the thread of its <see cref="AioContext"/>, after any thread has scheduled it (QEMU, April 2015).</summary>
public sealed class BottomHalf
{
    private const int NotScheduled = 0;
    private const int Idle = 1;
    private const int Urgent = 2;

    private readonly AioContext _context;
    private readonly Action _callback;
    private int _scheduled;
    private bool _deleted;

    internal BottomHalf(AioContext context, Action callback)
    {
        _context = context;
        _callback = callback;
    }

    /// <summary>The one behind it in the context's list. Stored before the list reaches it, later only by the thread that polls.</summary>
    internal BottomHalf? Next { get; set; }

    // Pairs with the Volatile.Write in Delete.
    internal bool IsDeleted => Volatile.Read(ref _deleted);

    /// <summary>qemu_bh_schedule(): the callback will run, and see all that this thread has written. Any thread.</summary>
    /// <returns>True when the context was notified; false when that had been done already, for the same run of the callback.</returns>
    /// <exception cref="InvalidOperationException">It is deleted.</exception>
    public bool Schedule()
    {
        ThrowIfDeleted();

        // Pairs with the Exchange in RunIfScheduled. What the callback needs is written before; and if the callback is scheduled already, its Exchange is still
        // to come, and sees it too. One step, so that of several threads one notifies.
        if (Interlocked.Exchange(ref _scheduled, Urgent) == Urgent)
        {
            return false;
        }

        _context.Notify();
        return true;
    }

    /// <summary>qemu_bh_schedule_idle(): the callback will run when the context polls the next time; it is not notified. Any thread.</summary>
    /// <exception cref="InvalidOperationException">It is deleted.</exception>
    public void ScheduleIdle()
    {
        ThrowIfDeleted();

        // Pairs with the Exchange in RunIfScheduled. If it was urgent, the context has been notified for that, or is about to be, and polls.
        Interlocked.Exchange(ref _scheduled, Idle);
    }

    /// <summary>qemu_bh_cancel(): takes the scheduling back, if the callback has not begun. Any thread.</summary>
    /// <returns>Whether it was scheduled.</returns>
    public bool Cancel() => Interlocked.Exchange(ref _scheduled, NotScheduled) != NotScheduled; // Pairs with the one in RunIfScheduled: one of them gets it.

    /// <summary>
    /// qemu_bh_delete(): the callback will not run again, scheduled or not. Any thread; a run that has begun on another thread may still be going on.
    /// </summary>
    public void Delete()
    {
        // Pairs with the Volatile.Read in IsDeleted.
        Volatile.Write(ref _deleted, true);
    }

    /// <summary>Runs the callback if it is scheduled. The thread that polls.</summary>
    /// <returns>Whether it ran and was urgent.</returns>
    internal bool RunIfScheduled()
    {
        // Pairs with the Exchange in Schedule: the callback sees what was written before; and whoever schedules from now on sees the zero and notifies again,
        // because the zero is visible before the callback looks at anything.
        var scheduled = Interlocked.Exchange(ref _scheduled, NotScheduled);
        if (scheduled == NotScheduled)
        {
            return false;
        }

        _callback();
        return scheduled == Urgent;
    }

    private void ThrowIfDeleted()
    {
        if (IsDeleted)
        {
            throw new InvalidOperationException("The bottom half is deleted.");
        }
    }
}
