// BROKEN ON PURPOSE: Linux, March 2008. A ring of one event and a wait list, as the kernel had them: leaving a spin lock is a store and no fence, and so
// nothing keeps either side's store before its look at the other's. In samples/BrokenAio the stores are under C#'s locks, whose end is a full fence on x86.

using System.Runtime.InteropServices;

namespace SeeTheBug.Broken;

[StructLayout(LayoutKind.Explicit, Size = 256)]
internal sealed class UnfencedWaiting
{
    [FieldOffset(0)]
    private volatile int _tail;

    [FieldOffset(128)]
    private volatile int _waiters;

    /// <summary>aio_complete().</summary>
    /// <returns>Whether it woke somebody.</returns>
    public bool Complete()
    {
        _tail = 1;
        return _waiters != 0;
    }

    /// <summary>read_events(), until it sleeps or not.</summary>
    /// <returns>Whether it goes to sleep.</returns>
    public bool PrepareAndLook()
    {
        _waiters = 1;
        return _tail == 0;
    }

    public void Reset()
    {
        _tail = 0;
        _waiters = 0;
    }
}
