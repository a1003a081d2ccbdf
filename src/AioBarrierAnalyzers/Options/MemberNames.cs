using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Options;

/// <summary>Matches symbols against the names that an option lists: <c>Name</c> or <c>Type.Name</c>.</summary>
internal static class MemberNames
{
    /// <summary>True where the list names the symbol; an accessor goes by its property's name.</summary>
    public static bool Name(this ImmutableHashSet<string> names, ISymbol? symbol)
    {
        if (names.IsEmpty || symbol is null)
            return false;
        symbol = (symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol;
        return names.Contains(symbol.Name) || (symbol.ContainingType is { } type && names.Contains(type.Name + "." + symbol.Name));
    }
}
