using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>Where a path goes on when the <c>finally</c> that it runs has ended.</summary>
internal sealed class Continuation : IEquatable<Continuation>
{
    private Continuation(ImmutableArray<ControlFlowRegion> rest, BasicBlock? destination, ControlFlowRegion? thrownFrom, PathEnd end, Continuation? outer)
    {
        Rest = rest;
        Destination = destination;
        ThrownFrom = thrownFrom;
        End = end;
        Outer = outer;
    }

    /// <summary>The finallys that the branch still has to run.</summary>
    public ImmutableArray<ControlFlowRegion> Rest { get; }

    public BasicBlock? Destination { get; }

    /// <summary>Where an exception goes on from; null for a branch.</summary>
    public ControlFlowRegion? ThrownFrom { get; }

    /// <summary>How the path ends if it ends there.</summary>
    public PathEnd End { get; }

    /// <summary>What holds when the code around this finally is itself in one.</summary>
    public Continuation? Outer { get; }

    public static Continuation OfBranch(ImmutableArray<ControlFlowRegion> rest, BasicBlock? destination, PathEnd end, Continuation? outer) =>
        new(rest, destination, null, end, outer);

    public static Continuation OfThrow(ControlFlowRegion from, PathEnd end, Continuation? outer) =>
        new(ImmutableArray<ControlFlowRegion>.Empty, null, from, end, outer);

    /// <summary>True where both go on, and end, in the same way.</summary>
    public bool Equals(Continuation? other) => ReferenceEquals(this, other) ||
        (other is not null && ThrownFrom?.FirstBlockOrdinal == other.ThrownFrom?.FirstBlockOrdinal && Destination?.Ordinal == other.Destination?.Ordinal &&
            Rest.Length == other.Rest.Length && End.Equals(other.End) && Equals(Outer, other.Outer));

    public override bool Equals(object? obj) => Equals(obj as Continuation);

    public override int GetHashCode() => ((Destination?.Ordinal ?? ThrownFrom?.FirstBlockOrdinal ?? 0) * 397) ^ End.GetHashCode();
}
