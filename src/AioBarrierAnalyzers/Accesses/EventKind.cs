namespace AioBarrierAnalyzers.Accesses;

/// <summary>What a <see cref="MemoryEvent"/> does.</summary>
internal enum EventKind : byte
{
    Load,
    Store,

    /// <summary>An atomic read-modify-write; it stores, also where it is a compare-exchange that may fail.</summary>
    ReadModifyWrite,

    Fence,
    LockEnter,
    LockExit,

    /// <summary>Blocks until another thread acts.</summary>
    Wait,

    /// <summary>Lets a waiting thread go on.</summary>
    Wake,

    /// <summary>Hands work to another thread.</summary>
    Start,

    /// <summary>Calls code that is not known: a delegate, an event, a virtual or interface member.</summary>
    Invoke,

    /// <summary>Calls a member that is not in the source and of which nothing is known.</summary>
    Opaque,

    /// <summary>Gives up the processor; orders nothing.</summary>
    Yield,
}
