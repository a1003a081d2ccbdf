using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>A lock that is held, or that a wait with a timeout or a token did not get.</summary>
internal sealed class Holding
{
    public Holding(LockKey key, int count, IOperation takenBy, IOperation? failure = null)
    {
        Key = key;
        Count = count;
        TakenBy = takenBy;
        Failure = failure;
    }

    public LockKey Key { get; }

    /// <summary>How often it is held; 0 where it was not got, and less where the wait for it was called off.</summary>
    public int Count { get; }

    /// <summary>The operation that took it, or failed to.</summary>
    public IOperation TakenBy { get; }

    /// <summary>What failed while it was held, where a catch has kept the exception and says nothing of it to anybody; of claims only.</summary>
    public IOperation? Failure { get; }
}
