namespace AioBarrierAnalyzers.Options;

/// <summary>How strong the evidence that threads meet at a location must be before a finding about it is reported. Ordered from weak to strong.</summary>
internal enum EvidenceLevel
{
    /// <summary>
    /// Any evidence: also the role of a member (it wakes, waits, or runs on another thread) and memory that an external party writes or reads.
    /// </summary>
    Any,

    /// <summary>Some access to the location is volatile or atomic, or it is a thread-safe collection; or it is declared.</summary>
    Marked,

    /// <summary>The code says so: an attribute or an option.</summary>
    Declared,
}
