namespace AioBarrierAnalyzers.WellKnown;

/// <summary>What a library member does, as far as threads can tell.</summary>
internal enum MemberRole : byte
{
    /// <summary>Not in the table: an opaque call.</summary>
    Unknown,

    /// <summary>No effect on shared memory at all, and nothing that keeps the just-in-time compiler from hoisting a load across it.</summary>
    Pure,

    /// <summary>Reads the location.</summary>
    Load,

    /// <summary>Writes the location.</summary>
    Store,

    /// <summary>Reads and writes the location in one step.</summary>
    ReadModifyWrite,

    /// <summary>Orders the accesses around it.</summary>
    Fence,

    /// <summary>Takes the lock and does not return without it.</summary>
    LockEnter,

    /// <summary>Takes the lock or says that it did not: <see cref="MemberEffect.Result"/> or <see cref="MemberEffect.SuccessParameter"/>.</summary>
    LockTryEnter,

    /// <summary>Gives the lock back.</summary>
    LockExit,

    /// <summary>Says whether this thread holds the lock.</summary>
    LockQuestion,

    /// <summary>Gives the lock back, sleeps until pulsed, takes it again.</summary>
    MonitorWait,

    /// <summary>Blocks, or gives an awaitable that completes, when another thread has acted.</summary>
    Wait,

    /// <summary>Lets another thread go on.</summary>
    Wake,

    /// <summary>Hands a delegate or a work item to another thread, or makes the object that will.</summary>
    Start,

    /// <summary>Waits for the end of a thread or of tasks.</summary>
    Join,

    /// <summary>Takes code back that another thread would have run, and waits for its end where it runs already.</summary>
    TakeBack,

    /// <summary>Puts something into a collection, or changes what is in it.</summary>
    CollectionAdd,

    /// <summary>Removes something from a collection.</summary>
    CollectionTake,

    /// <summary>Only looks at a collection.</summary>
    CollectionLook,

    /// <summary>Empties a collection.</summary>
    CollectionClear,

    /// <summary>Copies a run of elements plainly: the location is the destination, the value the source.</summary>
    BlockCopy,

    /// <summary>Overwrites a run of elements plainly.</summary>
    BlockFill,

    /// <summary>Gives another name to the memory that its argument leads to; touches none of it.</summary>
    RefAlias,

    /// <summary>Gives memory that nobody else has: no other process, and no other thread before it is told.</summary>
    Allocate,

    /// <summary>Gives memory back to whom it came from: the value is nobody's to use any more.</summary>
    GiveBack,

    /// <summary>Ends the process.</summary>
    NoReturn,

    /// <summary>Gives up time: stops hoisting today, orders nothing (memory-model.md section 2, last row).</summary>
    Yield,
}
