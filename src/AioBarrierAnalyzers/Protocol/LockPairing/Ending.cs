using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>One way in which a member ends, and what became of a lock that it took.</summary>
internal readonly struct Ending
{
    public Ending(IOperation takenBy, LockKey key, PathEnd end, EndState state)
    {
        TakenBy = takenBy;
        Key = key;
        End = end;
        State = state;
    }

    public IOperation TakenBy { get; }

    public LockKey Key { get; }

    public PathEnd End { get; }

    public EndState State { get; }
}
