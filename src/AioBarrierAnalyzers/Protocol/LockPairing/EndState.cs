namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>What became of a lock.</summary>
internal enum EndState : byte
{
    GivenBack,
    Held,

    /// <summary>Given back although the wait for it had timed out.</summary>
    NeverTaken,

    /// <summary>Given back by a finally although the wait for it, in its try, was called off.</summary>
    CalledOff,

    /// <summary>The variable that led to it was given another object while it was held.</summary>
    OutOfReach,
}
