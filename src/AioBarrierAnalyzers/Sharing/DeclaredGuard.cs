using System;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>What attributes say of locks. They are known by their simple names, so that any package's, or the project's own, will do.</summary>
internal static class DeclaredGuard
{
    /// <summary>Whether an attribute names the lock that guards the field or property.</summary>
    public static bool Has(ISymbol symbol) => symbol is IFieldSymbol or IPropertySymbol && NameOn(symbol) is not null;

    /// <summary>Whether the type is said to be made for several threads.</summary>
    public static bool IsThreadSafe(INamedTypeSymbol? type) => type is not null && type.GetAttributes().Any(a => IsNamed(a, "ThreadSafe"));

    /// <summary>The attribute that names a lock; null where there is none.</summary>
    public static AttributeData? AttributeOn(ISymbol symbol) => symbol.GetAttributes().FirstOrDefault(a => IsNamed(a, "GuardedBy"));

    /// <summary>The lock's name as the attribute spells it; null where there is none.</summary>
    public static string? NameOn(ISymbol symbol) =>
        AttributeOn(symbol)?.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string name } ? name.Trim() : null;

    /// <summary>The lock that the attribute on a field or property names; null where it names none that there is.</summary>
    public static MemoryLocation? LockOf(ISymbol symbol)
    {
        if (NameOn(symbol) is not { } name || symbol.ContainingType is not { } type)
            return null;
        if (name == "this")
            return new MemoryLocation(LocationKind.This, type, null);
        name = name.StartsWith("this.", StringComparison.Ordinal) ? name.Substring(5) : name;
        int dot = name.LastIndexOf('.');
        for (INamedTypeSymbol? at = type; at is not null; at = at.ContainingType)
        {
            if (dot >= 0 && at.Name != name.Substring(0, dot))
                continue;
            for (INamedTypeSymbol? owner = at; owner is not null; owner = owner.BaseType)
            {
                if (owner.GetMembers(name.Substring(dot + 1)).FirstOrDefault(m => m is IFieldSymbol or IPropertySymbol) is { } member)
                    return LocationOf(member);
            }
        }

        return null;
    }

    private static MemoryLocation LocationOf(ISymbol member)
    {
        ITypeSymbol? type = (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;
        return type is INamedTypeSymbol { IsReferenceType: true } named && named.Locations.Any(l => l.IsInSource)
            ? new MemoryLocation(LocationKind.This, named, null)
            : new MemoryLocation(LocationKind.Field, member, null);
    }

    private static bool IsNamed(AttributeData attribute, string name) =>
        attribute.AttributeClass?.Name is { } given && (given == name || given == name + "Attribute");
}
