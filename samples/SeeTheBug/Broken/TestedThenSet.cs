// BROKEN ON PURPOSE: QEMU, April 2015. Schedule tests and then sets; Poll tests, clears with a store that can stay in the store buffer, and runs the
// callback. The same as in samples/BrokenAio, with the event loop's sleep left out, and with answers to see what happened.

using System;
using System.Runtime.InteropServices;

namespace SeeTheBug.Broken;

[StructLayout(LayoutKind.Explicit, Size = 256)]
internal sealed class TestedThenSet
{
    [FieldOffset(0)]
    private readonly Action _callback;

    [FieldOffset(128)]
    private volatile bool _scheduled;

    public TestedThenSet(Action callback)
    {
        _callback = callback;
    }

    /// <summary>qemu_bh_schedule().</summary>
    /// <returns>Whether the event loop was notified.</returns>
    public bool Schedule()
    {
        if (_scheduled)
        {
            return false;
        }

        _scheduled = true;
        return true;
    }

    /// <summary>aio_bh_poll().</summary>
    public void Poll()
    {
        if (_scheduled)
        {
            _scheduled = false;
            _callback();
        }
    }
}
