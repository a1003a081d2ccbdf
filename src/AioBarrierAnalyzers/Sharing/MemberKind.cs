namespace AioBarrierAnalyzers.Sharing;

/// <summary>When a <see cref="Member"/> runs.</summary>
internal enum MemberKind : byte
{
    /// <summary>Called from elsewhere, on any thread as far as this type can tell.</summary>
    Ordinary,

    /// <summary>A constructor: before the object is shared.</summary>
    Construction,

    /// <summary>Started on a thread of its own, or as a work item, timer callback or finalizer.</summary>
    Started,
}
