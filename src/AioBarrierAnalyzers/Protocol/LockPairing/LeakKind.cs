namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>In which way a lock is not released, the surest first.</summary>
internal enum LeakKind : byte
{
    /// <summary>It is released where the wait for it had timed out.</summary>
    NeverTaken,

    /// <summary>A finally releases it where the wait for it was called off.</summary>
    CalledOff,

    /// <summary>A path ends, and others that end like it have released it.</summary>
    Return,

    /// <summary>The variable that led to it was given another object.</summary>
    OutOfReach,

    /// <summary>A throw statement leaves the member.</summary>
    Throw,

    /// <summary>An exception out of a call leaves the member.</summary>
    CalleeThrows,

    /// <summary>Whoever goes through what the member gives item by item stops early.</summary>
    Abandoned,

    /// <summary>What was awaited has failed, and a catch keeps that to itself.</summary>
    Caught,

    /// <summary>A thread was to take the claim over, and could not be started.</summary>
    NotHandedOver,
}
