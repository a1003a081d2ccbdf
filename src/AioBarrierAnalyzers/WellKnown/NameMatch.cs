using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>Recognises a type of the base library by walking its names; makes no strings.</summary>
internal static class NameMatch
{
    /// <summary>Whether the type is <c>System.{child}.{name}</c>, or <c>System.{name}</c> where no child is given. Not for nested types.</summary>
    internal static bool IsType(ITypeSymbol type, string name, string? child = null)
    {
        if (type.ContainingType is not null || type.MetadataName != name) return false;

        var space = type.ContainingNamespace;
        if (child is not null)
        {
            if (space is null || space.Name != child) return false;
            space = space.ContainingNamespace;
        }

        return space is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
    }
}
