using System;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>How far a pointer was moved from where it started, in bytes: a constant, and perhaps an index that is not known and not negative.</summary>
internal readonly struct PointerOffset : IEquatable<PointerOffset>
{
    public PointerOffset(long constant, bool isIndexed)
    {
        Constant = constant;
        IsIndexed = isIndexed;
    }

    public long Constant { get; }

    public bool IsIndexed { get; }

    /// <summary>True where both may be the same place; slots of a ring that start at different constants are taken for different fields of the slot.</summary>
    public bool MayMeet(PointerOffset other) => IsIndexed == other.IsIndexed
        ? Constant == other.Constant
        : IsIndexed ? Constant <= other.Constant : other.Constant <= Constant;

    public PointerOffset Move(PointerOffset by) => new(Constant + by.Constant, IsIndexed || by.IsIndexed);

    public bool Equals(PointerOffset other) => Constant == other.Constant && IsIndexed == other.IsIndexed;

    public override bool Equals(object? obj) => obj is PointerOffset other && Equals(other);

    public override int GetHashCode() => (Constant, IsIndexed).GetHashCode();
}
