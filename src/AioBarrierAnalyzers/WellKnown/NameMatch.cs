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

    /// <summary>Whether this is the namespace of that name, dots between its parts.</summary>
    internal static bool IsNamespace(INamespaceSymbol? space, string name)
    {
        for (var end = name.Length; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            var start = name.LastIndexOf('.', end - 1) + 1;
            if (space.Name.Length != end - start || string.CompareOrdinal(space.Name, 0, name, start, end - start) != 0) return false;
            if (start == 0) return space.ContainingNamespace.IsGlobalNamespace;
            end = start - 1;
        }

        return false;
    }

    /// <summary>Whether this is the namespace of that name, or one within it.</summary>
    internal static bool IsWithin(INamespaceSymbol? space, string name)
    {
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (IsNamespace(space, name)) return true;
        }

        return false;
    }
}
