namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>How likely an operation is to end in an exception, in code that has no bug.</summary>
internal enum ThrowStrength : byte
{
    None,

    /// <summary>Unknown or virtual code, and checks in helpers.</summary>
    Weak,

    /// <summary>Code of the user, something awaited, a look at a cancellation, the start of a thread.</summary>
    Strong,
}
