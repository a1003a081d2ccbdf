using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>A lock that is held, or that a wait with a timeout or a token did not get.</summary>
internal sealed class Holding
{
    public Holding(LockKey key, int count, IOperation takenBy)
    {
        Key = key;
        Count = count;
        TakenBy = takenBy;
    }

    public LockKey Key { get; }

    /// <summary>How often it is held; 0 where it was not got, and less where the wait for it was called off.</summary>
    public int Count { get; }

    /// <summary>The operation that took it, or failed to.</summary>
    public IOperation TakenBy { get; }
}
