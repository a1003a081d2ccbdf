using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>All member tables as one tree of namespaces. A member of a namespace that is not in the tree is rejected by a walk over a few names.</summary>
internal static class MemberTable
{
    /// <summary>The rows as they stand in the tables; a type may have rows in several.</summary>
    internal static readonly TypeRow[] Rows = new[]
    {
        VolatileMembers.Rows, InterlockedMembers.Rows, LockMembers.Rows, WaitMembers.Rows, TaskMembers.Rows, StartMembers.Rows, ConcurrentMembers.Rows,
        CollectionMembers.Rows, CopyMembers.Rows, AliasMembers.Rows, AllocationMembers.Rows, GiveBackMembers.Rows, PureMembers.Rows, EndMembers.Rows,
    }.SelectMany(rows => rows).ToArray();

    private static readonly Space Root = Build();

    /// <summary>The known types of a namespace; null where it has none.</summary>
    internal static Space? SpaceOf(INamespaceSymbol? space)
    {
        if (space is null) return null;
        if (space.IsGlobalNamespace) return Root;
        return SpaceOf(space.ContainingNamespace) is { } parent && parent.Children.TryGetValue(space.Name, out var child) ? child : null;
    }

    /// <summary>The effect of a member that stands in <paramref name="space"/>, given as its original definition.</summary>
    internal static MemberEffect EffectOf(Space space, IMethodSymbol method)
    {
        if (!space.Types.TryGetValue(NameOf(method.ContainingType), out var row)) return default;

        var effect = row.EffectOf(method);
        if (effect.Role == MemberRole.Start) return effect with { ValueParameter = DelegateOf(method) };

        // A row speaks of all overloads, and some of them lack a parameter.
        int Present(int parameter) => parameter < method.Parameters.Length ? parameter : MemberEffect.Absent;
        return effect with
        {
            LocationParameter = Present(effect.LocationParameter),
            ValueParameter = Present(effect.ValueParameter),
            ComparandParameter = Present(effect.ComparandParameter),
            SuccessParameter = Present(effect.SuccessParameter),
        };
    }

    private static string NameOf(INamedTypeSymbol type) => type.ContainingType is { } outer ? NameOf(outer) + "+" + type.MetadataName : type.MetadataName;

    private static int DelegateOf(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            var type = parameter.Type is IArrayTypeSymbol array ? array.ElementType : parameter.Type;
            if (type.TypeKind == TypeKind.Delegate || NameMatch.IsType(type, "IThreadPoolWorkItem", "Threading")) return parameter.Ordinal;
        }

        return MemberEffect.Absent;
    }

    private static Space Build()
    {
        var root = new Space();
        foreach (var row in Rows) Add(root, row);
        return root;
    }

    private static void Add(Space root, TypeRow row)
    {
        var space = root;
        foreach (var part in row.Namespace.Split('.'))
        {
            if (!space.Children.TryGetValue(part, out var child)) space.Children.Add(part, child = new Space());
            space = child;
        }

        if (space.Types.TryGetValue(row.Name, out var known)) row = known.Join(row);
        space.Types[row.Name] = row;
    }

    /// <summary>One namespace of the tree.</summary>
    internal sealed class Space
    {
        internal Dictionary<string, Space> Children { get; } = new(StringComparer.Ordinal);

        internal Dictionary<string, TypeRow> Types { get; } = new(StringComparer.Ordinal);
    }
}
