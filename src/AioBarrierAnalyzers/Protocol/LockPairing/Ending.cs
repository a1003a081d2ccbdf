using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>One way in which a member ends, and what became of a lock that it took.</summary>
internal readonly struct Ending
{
    public Ending(IOperation takenBy, LockKey key, PathEnd end, EndState state, IOperation? failure = null)
    {
        TakenBy = takenBy;
        Key = key;
        End = end;
        State = state;
        Failure = failure;
    }

    public IOperation TakenBy { get; }

    public LockKey Key { get; }

    public PathEnd End { get; }

    public EndState State { get; }

    /// <summary>In which way this end leaks the lock; null where it was given back.</summary>
    public LeakKind? Leak => State switch
    {
        EndState.NeverTaken => LeakKind.NeverTaken,
        EndState.CalledOff => LeakKind.CalledOff,
        EndState.OutOfReach => LeakKind.OutOfReach,
        EndState.Held when End.Kind == ReturnKind.Throw => LeakKind.Throw,
        EndState.Held when End.Kind == ReturnKind.CalleeThrows => End.Cause is IReturnOperation ? LeakKind.Abandoned : LeakKind.CalleeThrows,
        EndState.Held => LeakKind.Return,
        _ => null,
    };

    /// <inheritdoc cref="Holding.Failure"/>
    public IOperation? Failure { get; }
}
