namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>What became of a lock.</summary>
internal enum EndState : byte
{
    GivenBack,
    Held,

    /// <summary>Given back although the wait for it had timed out.</summary>
    NeverTaken,

    /// <summary>The variable that led to it was given another object while it was held.</summary>
    OutOfReach,
}
