namespace AioBarrierAnalyzers.Rules;

/// <summary>
/// The edit that repairs a finding: the contract between a rule and its code fix. The name of the member travels in
/// <see cref="FindingProperties.Edit"/>; <c>primary</c> is the diagnostic's own location, <c>anchor</c> its first additional location
/// (present when <see cref="FindingProperties.Anchor"/> is set; it may stand in a helper of the same type), <c>step</c> the first and the last statement that a
/// lock must cover (the two locations behind the anchor, when <see cref="FindingProperties.Step"/> is set).
/// </summary>
internal enum EditKind
{
    /// <summary>No edit repairs it.</summary>
    None,

    /// <summary>A full fence before the statement of the load (primary), or the store (anchor) becomes Interlocked.Exchange.</summary>
    FullFence,

    /// <summary>A full fence behind the statement of the store (primary), and behind the lock statement that it is in.</summary>
    FenceBehind,

    /// <summary>The store (primary) becomes Interlocked.Exchange, or an Interlocked operation of its kind.</summary>
    ExchangeStore,

    /// <summary>The store (primary: an assignment, compound assignment or increment) becomes Volatile.Write.</summary>
    VolatileWrite,

    /// <summary>The load (primary) becomes Volatile.Read.</summary>
    VolatileRead,

    /// <summary>The statement of the publishing store (primary) moves behind the statement of the last payload store (anchor).</summary>
    MoveStore,

    /// <summary>The statement of the signal (primary: a call that wakes) moves behind the statement of the last payload store (anchor).</summary>
    MoveSignal,

    /// <summary>The statements of the payload reads (primary is the first) move behind the test of the guard (anchor).</summary>
    MoveRead,

    /// <summary>A read barrier before the statement of the second read of the version (primary).</summary>
    ReadBarrier,

    /// <summary>A write barrier behind the statement of the first store of the version (primary).</summary>
    WriteBarrier,

    /// <summary>The test (primary: the read of the flag) and the set (anchor: the store) become one Interlocked.Exchange.</summary>
    Claim,

    /// <summary>The test (anchor: the read of the flag) and the clear (primary: the store) become one Interlocked.Exchange.</summary>
    Clear,

    /// <summary>
    /// The statements of a step, or without one that of the access (primary), go into one <c>lock</c> statement on what another one takes (anchor).
    /// </summary>
    WrapInLock,

    /// <summary>
    /// The update (primary: an increment, compound assignment, store of a sum, or a store that a comparison with what was read decides on) becomes one
    /// Interlocked operation.
    /// </summary>
    AtomicUpdate,

    /// <summary>The read (anchor) becomes an Interlocked.Exchange of what the statement behind it (primary) stores.</summary>
    AtomicTake,

    /// <summary>The read or store of 64 bits (primary) becomes one of Interlocked.</summary>
    WholeAccess,

    /// <summary>The test (anchor) and the read behind it (primary) use one read.</summary>
    ReadOnce,

    /// <summary>The collection (anchor) that a call is given copies itself first.</summary>
    CopyFirst,

    /// <summary>The compare-exchange (primary) computes and compares with one snapshot.</summary>
    Snapshot,

    /// <summary>The statements between the call that takes a lock (primary) and the one that gives it back (anchor) go into a lock or try statement.</summary>
    ReleaseInFinally,

    /// <summary>The statement (primary: a call) moves behind a later one (anchor).</summary>
    MoveBehind,

    /// <summary>The statement (primary: a call) goes away.</summary>
    RemoveStatement,
}
