namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>What a member tells its caller by the way it ends.</summary>
internal enum ReturnKind : byte
{
    Nothing,

    /// <summary>False, null or the default of a type.</summary>
    Negative,

    /// <summary>True, or an object.</summary>
    Positive,

    /// <summary>Any other value.</summary>
    Value,

    Throw,

    CalleeThrows,
}
