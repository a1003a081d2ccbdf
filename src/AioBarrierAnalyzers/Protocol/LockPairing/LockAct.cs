using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>What one operation does to a lock.</summary>
internal readonly struct LockAct
{
    public LockAct(LockActKind kind, LockKey key, IOperation target, IOperation? success = null)
    {
        Kind = kind;
        Key = key;
        Target = target;
        Success = success;
    }

    public LockActKind Kind { get; }

    public LockKey Key { get; }

    /// <summary>The expression that is the lock.</summary>
    public IOperation Target { get; }

    /// <summary>The <c>ref bool</c> argument that says whether it was taken.</summary>
    public IOperation? Success { get; }

    /// <summary>Of an atomic operation that takes a claim: the constant that it gives where it was free.</summary>
    public object? FreeValue { get; init; }

    /// <summary>Of an operation that says by true or false whether it has taken a claim: which of the two says so.</summary>
    public bool? TakenIf { get; init; }
}
