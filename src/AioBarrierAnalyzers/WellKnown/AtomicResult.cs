namespace AioBarrierAnalyzers.WellKnown;

/// <summary>What the value that a member returns says about the location it worked on.</summary>
internal enum AtomicResult : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is the value from before.</summary>
    OldValue,

    /// <summary>It is the value from after.</summary>
    NewValue,

    /// <summary>It is true where the operation took place.</summary>
    Success,
}
