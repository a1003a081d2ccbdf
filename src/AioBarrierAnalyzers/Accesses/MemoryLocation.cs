using System;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>
/// A shared location, abstracted over instances: a field of any object of its type, any element of the array in a field, and so on.
/// The owner is kept only where it tells two locations apart for certain (a struct in a field, an array in a field, an object in a
/// readonly field); otherwise it is null, and the location may be that of any owner.
/// </summary>
internal sealed class MemoryLocation : IEquatable<MemoryLocation>
{
    private readonly int _hash;

    public MemoryLocation(LocationKind kind, ISymbol? symbol, MemoryLocation? owner, bool isEmbedded = false, bool throughPointer = false,
        PointerOffset offset = default)
    {
        Kind = kind;
        Symbol = symbol?.OriginalDefinition;
        Owner = owner;
        IsEmbedded = isEmbedded;
        ThroughPointer = throughPointer;
        Offset = offset;
        int hash = (int)kind;
        hash = (hash * 397) ^ (Symbol is null ? 0 : SymbolEqualityComparer.Default.GetHashCode(Symbol));
        _hash = (hash * 397) ^ (owner?.GetHashCode() ?? 0);
    }

    public LocationKind Kind { get; }

    /// <summary>The field, auto-property, local or parameter; null for elements, pointees and contents.</summary>
    public ISymbol? Symbol { get; }

    public MemoryLocation? Owner { get; }

    /// <summary>Part of the owner's own storage (a field of a struct in a field or element), so that a copy of the owner covers it.</summary>
    public bool IsEmbedded { get; }

    /// <summary>Reached through a pointer or an unmanaged reference: another process or the kernel may be at the other end.</summary>
    public bool ThroughPointer { get; }

    /// <summary>How far from the owner a pointer was moved.</summary>
    public PointerOffset Offset { get; }

    /// <summary>The symbol that names the location: its own, or that of the owner that holds it.</summary>
    public ISymbol? NamingSymbol => Symbol ?? Owner?.NamingSymbol;

    /// <summary>The location as a reader of the source would say it: <c>_tail</c>, <c>_slots[]</c>, <c>_seats[].Owner</c>, <c>*_tail</c>.</summary>
    public string Name => Kind switch
    {
        LocationKind.Element => (Owner?.Name ?? "array") + "[]",
        LocationKind.Pointee when Owner is { Kind: LocationKind.Local, Symbol: IParameterSymbol { RefKind: RefKind.Ref } } => Owner.Name,
        LocationKind.Pointee => "*" + (Owner?.Name ?? "pointer"),
        LocationKind.Content => Owner?.Name ?? "collection",
        LocationKind.This => "this",
        _ => Owner is null || Owner.Kind == LocationKind.Pointee ? Symbol?.Name ?? "?" : Owner.Name + "." + Symbol?.Name,
    };

    /// <summary>True where both may be the same memory: same kind and symbol, and owners that do not tell them apart.</summary>
    [MethodImpl(HotPath.Optimized)]
    public bool MayAlias(MemoryLocation other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (Kind == LocationKind.This && other.Kind == LocationKind.This)
            return IsOrDerives(Symbol, other.Symbol) || IsOrDerives(other.Symbol, Symbol);
        if (Kind != other.Kind || !SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol))
            return false;
        if (Symbol is null)
            return Owner is not null && other.Owner is not null && Offset.MayMeet(other.Offset) && Owner.MayAlias(other.Owner);
        return Owner is null || other.Owner is null || Owner.MayAlias(other.Owner);
    }

    /// <summary>True where both may share memory: one may be the other, or a struct that holds it.</summary>
    [MethodImpl(HotPath.Optimized)]
    public bool Overlaps(MemoryLocation other)
    {
        if (MayAlias(other))
            return true;
        for (MemoryLocation at = other; at.IsEmbedded && at.Owner is { } owner; at = owner)
        {
            if (MayAlias(owner))
                return true;
        }

        for (MemoryLocation at = this; at.IsEmbedded && at.Owner is { } owner; at = owner)
        {
            if (owner.MayAlias(other))
                return true;
        }

        return false;
    }

    [MethodImpl(HotPath.Optimized)]
    public bool Equals(MemoryLocation? other) =>
        other is not null && _hash == other._hash && Kind == other.Kind &&
        SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol) && Offset.Equals(other.Offset) && Equals(Owner, other.Owner);

    public override bool Equals(object? obj) => Equals(obj as MemoryLocation);

    private static bool IsOrDerives(ISymbol? type, ISymbol? other)
    {
        for (var at = type as INamedTypeSymbol; at is not null; at = at.BaseType?.OriginalDefinition)
        {
            if (SymbolEqualityComparer.Default.Equals(at, other))
                return true;
        }

        return false;
    }

    public override int GetHashCode() => _hash;

    public override string ToString() => Name;
}
