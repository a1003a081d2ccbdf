namespace AioBarrierAnalyzers.WellKnown;

/// <summary>What kind of thing is taken and given back. One that is released does not release one of another family.</summary>
internal enum LockFamily : byte
{
    None,
    Monitor,
    Lock,
    SpinLock,
    Mutex,
    Semaphore,
    Read,
    UpgradeableRead,
    Write,

    /// <summary>A flag that an atomic operation took from its free value.</summary>
    Claim,
}
