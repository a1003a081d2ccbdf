using System;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>What is true of some members of a role and not of others.</summary>
[Flags]
internal enum MemberTraits : ushort
{
    None = 0,

    /// <summary>Works on the one variable that is passed by reference, and on nothing else: Interlocked, Volatile.</summary>
    Variable = 1,

    /// <summary>Stores its value whatever is there, and gives what was there.</summary>
    Exchange = 1 << 1,

    /// <summary>Takes or gives back a permit: where there is only one, the object serves as a lock.</summary>
    Permit = 1 << 2,

    /// <summary>What it returns gives the lock back.</summary>
    Scope = 1 << 3,

    /// <summary>Gives an awaitable, and does not wait itself.</summary>
    Awaitable = 1 << 4,

    /// <summary>Gives the task or awaitable that it is called on in another form.</summary>
    SameTask = 1 << 5,

    /// <summary>The task that it gives is completed by another thread's call, and runs no code.</summary>
    Promise = 1 << 6,

    /// <summary>Starts its code on several threads, and returns when all are done.</summary>
    Parallel = 1 << 7,

    /// <summary>The code that it is given may run on the calling thread.</summary>
    MayRunHere = 1 << 8,

    /// <summary>What it starts waits for the end of something else first.</summary>
    Continuation = 1 << 9,

    /// <summary>Throws in correct code too: for want of memory, or because somebody cancelled.</summary>
    MayFail = 1 << 10,

    /// <summary>Its offset counts bytes and not elements.</summary>
    Bytes = 1 << 11,

    /// <summary>Its offset leads back.</summary>
    Backwards = 1 << 12,

    /// <summary>What follows the memory is how far the alias reaches, and no offset.</summary>
    Range = 1 << 13,

    /// <summary>Fails, or lets one more through, where it is done a second time.</summary>
    Once = 1 << 14,
}
