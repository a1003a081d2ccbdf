using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>The rows of one library type. Among rows of one name the first that covers the overload counts.</summary>
internal sealed class TypeRow
{
    private readonly Dictionary<string, List<MemberRow>> _members = new(StringComparer.Ordinal);
    private readonly MemberRow[] _rows;
    private readonly MemberEffect _otherwise;

    /// <param name="space">The namespace, dots between its parts.</param>
    /// <param name="name">The metadata name; a nested type is written <c>Outer+Inner</c>.</param>
    /// <param name="rows">The members.</param>
    internal TypeRow(string space, string name, params MemberRow[] rows)
        : this(default, space, name, rows)
    {
    }

    private TypeRow(MemberEffect otherwise, string space, string name, MemberRow[] rows)
    {
        Namespace = space;
        Name = name;
        _rows = rows;
        _otherwise = otherwise;
        foreach (var row in rows)
        {
            if (!_members.TryGetValue(row.Name, out var overloads)) _members.Add(row.Name, overloads = new List<MemberRow>());
            overloads.Add(row);
        }
    }

    internal string Namespace { get; }

    internal string Name { get; }

    internal IReadOnlyList<MemberRow> Members => _rows;

    /// <summary>A type of which every member has the same effect.</summary>
    internal static TypeRow Uniform(string space, string name, MemberEffect effect) => new(effect, space, name, Array.Empty<MemberRow>());

    /// <summary>The rows of this and of another table that speaks of the same type.</summary>
    internal TypeRow Join(TypeRow other) =>
        new(_otherwise.Role == MemberRole.Unknown ? other._otherwise : _otherwise, Namespace, Name, _rows.Concat(other._rows).ToArray());

    /// <summary>The same rows, each with its effect changed.</summary>
    internal TypeRow With(Func<MemberEffect, MemberEffect> change) => new(_otherwise, Namespace, Name, _rows.Select(r => r.With(change(r.Effect))).ToArray());

    /// <summary>The effect of one member of this type, its overload chosen; unknown where no row covers it.</summary>
    internal MemberEffect EffectOf(IMethodSymbol method)
    {
        if (!_members.TryGetValue(method.MetadataName, out var overloads)) return _otherwise;
        foreach (var row in overloads)
        {
            if (row.Covers(method)) return row.Effect;
        }

        return _otherwise;
    }
}
