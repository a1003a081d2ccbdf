using System;

namespace AioBarrierAnalyzers.Protocol.Decisions;

/// <summary>What a decision leads to, as far as other threads are concerned.</summary>
[Flags]
internal enum Acts : byte
{
    None = 0,

    /// <summary>Lets a waiting thread go on.</summary>
    Wake = 1,

    /// <summary>Hands work to another thread.</summary>
    Start = 2,

    /// <summary>Sleeps until another thread acts.</summary>
    Wait = 4,

    /// <summary>Calls code given from outside.</summary>
    Invoke = 8,
}
