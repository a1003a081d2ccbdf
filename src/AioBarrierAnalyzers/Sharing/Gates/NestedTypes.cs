using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>A type is judged with all that is declared within it.</summary>
internal static class NestedTypes
{
    /// <summary>The type itself first, then those nested in it at any depth.</summary>
    public static IEnumerable<INamedTypeSymbol> WithNested(this INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(WithNested).Prepend(type);

    /// <summary>The type that no other is around.</summary>
    public static INamedTypeSymbol Outermost(this INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
            type = outer;
        return type;
    }
}
