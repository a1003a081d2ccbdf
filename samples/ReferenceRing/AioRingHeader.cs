using System.Runtime.InteropServices;

namespace ReferenceRing;

/// <summary>The first 32 bytes of a ring in shared memory, laid out as the kernel's aio_ring; the events follow at <see cref="HeaderLength"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct AioRingHeader
{
    /// <summary>What <see cref="Magic"/> must be.</summary>
    public const uint RingMagic = 0xa10a10a1;

    /// <summary>The number of the ring among all rings.</summary>
    public uint Id;

    /// <summary>The number of event slots.</summary>
    public uint Nr;

    /// <summary>The slot to be read next. Stored by the one reader, never by the side that completes.</summary>
    public uint Head;

    /// <summary>The slot to be filled next. Stored by the side that completes.</summary>
    public uint Tail;

    /// <summary><see cref="RingMagic"/>.</summary>
    public uint Magic;

    /// <summary>Features that a reader may ignore.</summary>
    public uint CompatFeatures;

    /// <summary>Features that a reader must know, or leave the ring alone.</summary>
    public uint IncompatFeatures;

    /// <summary>Bytes from the start of the header to the first event.</summary>
    public uint HeaderLength;
}
