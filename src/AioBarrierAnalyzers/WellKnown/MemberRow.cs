using System;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>One row of a member table: every overload of a name, or those with so many parameters, has this effect.</summary>
internal sealed class MemberRow
{
    internal MemberRow(string name, MemberEffect effect, int parameters = -1, Func<IMethodSymbol, bool>? when = null)
    {
        Name = name;
        Effect = effect;
        Parameters = parameters;
        When = when;
    }

    /// <summary>The metadata name: <c>get_X</c> for a property's getter, <c>.ctor</c> for a constructor.</summary>
    internal string Name { get; }

    /// <summary>The effect, parameters as in the table.</summary>
    internal MemberEffect Effect { get; }

    private int Parameters { get; }

    private Func<IMethodSymbol, bool>? When { get; }

    /// <summary>The same row with another effect.</summary>
    internal MemberRow With(MemberEffect effect) => new(Name, effect, Parameters, When);

    /// <summary>Whether the row speaks of this overload.</summary>
    internal bool Covers(IMethodSymbol method) => (Parameters < 0 || method.Parameters.Length == Parameters) && (When is null || When(method));
}
