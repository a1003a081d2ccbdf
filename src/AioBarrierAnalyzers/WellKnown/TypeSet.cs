using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>Some types of the library, told by namespace and metadata name: one of the same name elsewhere is another type.</summary>
internal sealed class TypeSet
{
    private readonly Dictionary<string, string> _spaces;

    /// <param name="types">The types, each name once: the namespace and the metadata name.</param>
    internal TypeSet(params (string Space, string Name)[] types) =>
        _spaces = types.ToDictionary(static t => t.Name, static t => t.Space, StringComparer.Ordinal);

    /// <summary>The types as they were given.</summary>
    internal IEnumerable<(string Space, string Name)> Types => _spaces.Select(static t => (t.Value, t.Key));

    /// <summary>Whether the type, or the definition that it is constructed from, is one of them.</summary>
    internal bool Contains(ITypeSymbol? type) => type is { ContainingType: null } && _spaces.TryGetValue(type.MetadataName, out var space) &&
        NameMatch.IsNamespace(type.ContainingNamespace, space);

    /// <summary>Whether the type, or one that it derives from, is one of them.</summary>
    internal bool ContainsBaseOf(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (Contains(type)) return true;
        }

        return false;
    }

    /// <summary>Whether the type is one of them, or implements one.</summary>
    internal bool IsImplementedBy(ITypeSymbol? type)
    {
        if (type is null || Contains(type)) return type is not null;
        foreach (var implemented in type.AllInterfaces)
        {
            if (Contains(implemented)) return true;
        }

        return false;
    }

    /// <summary>Whether the symbol has an attribute that is one of them.</summary>
    internal bool Marks(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Contains(attribute.AttributeClass)) return true;
        }

        return false;
    }
}
