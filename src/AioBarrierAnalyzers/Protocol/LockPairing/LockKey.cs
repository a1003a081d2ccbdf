using System;
using AioBarrierAnalyzers.WellKnown;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>A lock as one member names it: its family and the term that leads to it.</summary>
internal readonly struct LockKey : IEquatable<LockKey>, IComparable<LockKey>
{
    public LockKey(LockFamily family, string term)
    {
        Family = family;
        Term = term;
    }

    public LockFamily Family { get; }

    /// <summary>See <see cref="Terms"/>.</summary>
    public string Term { get; }

    public bool Equals(LockKey other) => Family == other.Family && Term == other.Term;

    /// <summary>Any order will do, as long as it is the same each time.</summary>
    public int CompareTo(LockKey other) => Family != other.Family ? (int)Family - (int)other.Family : string.CompareOrdinal(Term, other.Term);

    public override bool Equals(object? obj) => obj is LockKey other && Equals(other);

    public override int GetHashCode() => ((int)Family * 397) ^ Term.GetHashCode();
}
