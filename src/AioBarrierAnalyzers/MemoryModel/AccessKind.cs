namespace AioBarrierAnalyzers.MemoryModel;

/// <summary>What an action does to memory; it also says how the action's <see cref="Ordering"/> is to be read (see <see cref="MemoryAction"/>).</summary>
internal enum AccessKind : byte
{
    /// <summary>One read.</summary>
    Load,

    /// <summary>One write.</summary>
    Store,

    /// <summary>A read and a write that nothing can come between.</summary>
    ReadModifyWrite,

    /// <summary>No access; orders the accesses around it.</summary>
    Fence,

    /// <summary>Takes a lock: an acquire.</summary>
    LockEnter,

    /// <summary>Gives a lock back: a release.</summary>
    LockExit,
}
