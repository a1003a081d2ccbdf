using System;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>The kinds of evidence that threads meet at a location.</summary>
[Flags]
internal enum EvidenceKinds : byte
{
    None = 0,

    /// <summary>Some access of it is volatile, Volatile, Interlocked, or to a thread-safe collection.</summary>
    Marked = 1,

    /// <summary>Some store to it is made under a lock.</summary>
    Locked = 2,

    /// <summary>A member that runs on a thread of its own uses it, and another member too.</summary>
    Role = 4,

    /// <summary>It is reached through a pointer: the other thread may be a kernel or another process.</summary>
    External = 8,

    /// <summary>An attribute or option says so.</summary>
    Declared = 16,
}
