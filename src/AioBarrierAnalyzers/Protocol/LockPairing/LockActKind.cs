namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>The ways to use a lock.</summary>
internal enum LockActKind : byte
{
    Take,

    /// <summary>Takes it or says that it did not.</summary>
    TryTake,

    GiveBack,

    /// <summary>Asks whether this thread holds it.</summary>
    Ask,

    /// <summary>Starts a wait whose end nobody looks at here: who holds the lock cannot be told any more.</summary>
    Lose,
}
