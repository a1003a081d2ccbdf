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

    /// <summary>True where a text may hold something that the list names.</summary>
    public static bool MayOccurIn(this ImmutableHashSet<string> names, string text)
    {
        foreach (string name in names)
        {
            if (text.IndexOf(name.Substring(name.LastIndexOf('.') + 1), System.StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
