namespace AioBarrierAnalyzers.Explorer;

/// <summary>How an execution failed.</summary>
public enum FailureKind
{
    /// <summary>The scenario's check, or an assertion in a thread, did not hold.</summary>
    Invariant,

    /// <summary>The program threw.</summary>
    Exception,

    /// <summary>All threads wait: a lost wake-up, or a cycle of locks.</summary>
    Deadlock,

    /// <summary>A loop goes on for ever and nothing changes any more.</summary>
    NoProgress,

    /// <summary>Two accesses to checked data are not ordered by happens-before.</summary>
    Race,

    /// <summary>Unmanaged memory is used, or freed, after it was freed.</summary>
    FreedMemory,

    /// <summary>Not the program's fault: it does what cannot be modelled. The exploration throws <see cref="UnsupportedConstructException"/>.</summary>
    Refused,
}
