using System;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>How a path leaves a member.</summary>
internal readonly struct PathEnd : IEquatable<PathEnd>
{
    private PathEnd(ReturnKind kind, IOperation? cause)
    {
        Kind = kind;
        Cause = cause;
    }

    public ReturnKind Kind { get; }

    /// <summary>What is returned, or what throws; null where the member's end is reached without a value.</summary>
    public IOperation? Cause { get; }

    public bool IsThrow => Kind is ReturnKind.Throw or ReturnKind.CalleeThrows;

    public static PathEnd Return(ReturnKind kind, IOperation? value) => new(kind, value);

    /// <summary>By a throw statement, or by an exception out of a call.</summary>
    public static PathEnd Throw(IOperation? cause, bool isCall) => new(isCall ? ReturnKind.CalleeThrows : ReturnKind.Throw, cause);

    /// <summary>True where both end the same way at the same place.</summary>
    public bool Equals(PathEnd other) => Kind == other.Kind && Place == other.Place;

    public override bool Equals(object? obj) => obj is PathEnd other && Equals(other);

    public override int GetHashCode() => ((int)Kind * 397) ^ Place;

    private int Place => Cause?.Syntax.SpanStart ?? -1;
}
