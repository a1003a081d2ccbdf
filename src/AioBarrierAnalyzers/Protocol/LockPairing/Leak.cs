using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>A lock that some path of a member does not release.</summary>
internal sealed class Leak
{
    public Leak(LeakKind kind, LockFamily family, IOperation takenBy, IOperation target, IOperation? cause, IOperation? givenBackBy)
    {
        Kind = kind;
        Family = family;
        TakenBy = takenBy;
        Target = target;
        Cause = cause;
        GivenBackBy = givenBackBy;
    }

    public LeakKind Kind { get; }

    public LockFamily Family { get; }

    /// <summary>The call that takes it.</summary>
    public IOperation TakenBy { get; }

    /// <summary>The expression that is the lock.</summary>
    public IOperation Target { get; }

    /// <summary>What leaves the member, where there is an expression for it.</summary>
    public IOperation? Cause { get; }

    /// <summary>The last place in the member that releases it.</summary>
    public IOperation? GivenBackBy { get; }
}
