// The same bug of July 2003, seen from user space: the ring is memory that io_setup() mapped, and the other thread is the kernel.
// The kernel writes an event, then the tail; this reader loads the tail plainly, copies events, then stores the head plainly.
// The event can be loaded before the tail that speaks of it, and the head can be seen by the kernel while the event behind it is still being copied.

using System;
using System.Runtime.InteropServices;

namespace BrokenAio.RingTail;

[StructLayout(LayoutKind.Sequential)]
public struct KernelRingHeader
{
    public uint Id;
    public uint Nr;
    public uint Head;
    public uint Tail;
    public uint Magic;
    public uint CompatFeatures;
    public uint IncompatFeatures;
    public uint HeaderLength;
}

public sealed unsafe class KernelRing
{
    private const uint RingMagic = 0xa10a10a1;

    private readonly KernelRingHeader* _ring;
    private readonly RingEvent* _events;

    public KernelRing(nint context)
    {
        _ring = (KernelRingHeader*)context;
        if (_ring->Magic != RingMagic || _ring->IncompatFeatures != 0)
        {
            throw new NotSupportedException("The ring of this kernel cannot be read from user space.");
        }

        _events = (RingEvent*)((byte*)_ring + _ring->HeaderLength);
    }

    /// <summary>Copies finished events without a system call; returns how many.</summary>
    public int Drain(Span<RingEvent> into)
    {
        uint head = _ring->Head;
        uint tail = _ring->Tail;
        int count = 0;
        while (head != tail && count < into.Length)
        {
            into[count++] = _events[head];
            head = (head + 1) % _ring->Nr;
        }

        _ring->Head = head;
        return count;
    }
}
