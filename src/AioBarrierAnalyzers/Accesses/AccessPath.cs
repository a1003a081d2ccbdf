using System;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>
/// How a member reaches a location: a base value and one step from it. Two equal paths in one run of a member are the same memory;
/// unequal ones may be.
/// </summary>
internal sealed class AccessPath : IEquatable<AccessPath>
{
    public AccessPath(Value? @base, LocationKind step, ISymbol? symbol, Value? index, MemoryLocation location)
    {
        Base = @base;
        Step = step;
        Symbol = symbol?.OriginalDefinition;
        Index = index;
        Location = location;
    }

    /// <summary>The object, array, pointer or containing struct; null for statics and locals.</summary>
    public Value? Base { get; }

    public LocationKind Step { get; }

    public ISymbol? Symbol { get; }

    /// <summary>The index of an element; null where there is none or it is not known.</summary>
    public Value? Index { get; }

    public MemoryLocation Location { get; }

    /// <summary>True where the path starts at an object that this run of the member made itself.</summary>
    public bool IsFresh => Base is not null && Base.IsFresh;

    /// <summary>Certainly reached through the same object, or through none, as statics and locals are.</summary>
    public bool IsOfSameObject(AccessPath other) => Equals(other) || (Base is null && other.Base is null);

    /// <summary>
    /// Where a store by it goes: a struct that was read from somewhere is a copy, and what changes that does not change what it was copied from.
    /// </summary>
    public AccessPath OfCopy() =>
        Step == LocationKind.Field && Symbol!.ContainingType.IsValueType &&
        Base is Value.Loaded { IsExact: true, Event.Operation.Type: { TypeKind: TypeKind.Struct } type }
            ? PathFactory.Field(Symbol, new Value.Made(type) { CopyOf = Base })
            : this;

    public bool Equals(AccessPath? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        return other is not null && Step == other.Step &&
            SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol) &&
            Location.Offset.Equals(other.Location.Offset) && Value.Same(Base, other.Base) && Value.Same(Index, other.Index);
    }

    public override bool Equals(object? obj) => Equals(obj as AccessPath);

    public override int GetHashCode() => Location.GetHashCode();

    public override string ToString() => Location.Name;
}
