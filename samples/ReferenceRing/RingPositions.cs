using System.Runtime.InteropServices;

namespace ReferenceRing;

/// <summary>
/// The positions of a ring, each side's on cache lines of its own, so that neither side's stores take the other's line away. 128 bytes apart: lines are
/// 128 bytes on some Arm processors, and x86 prefetches lines in pairs.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 3 * 128)]
internal struct RingPositions
{
    /// <summary>Items ever written. Stored by the producer.</summary>
    [FieldOffset(128)]
    public int Tail;

    /// <summary>The producer's copy of <see cref="Head"/>, never ahead of it. The producer's alone.</summary>
    [FieldOffset(132)]
    public int HeadSeen;

    /// <summary>Items ever read. Stored by the consumer.</summary>
    [FieldOffset(256)]
    public int Head;

    /// <summary>The consumer's copy of <see cref="Tail"/>, never ahead of it. The consumer's alone.</summary>
    [FieldOffset(260)]
    public int TailSeen;
}
