using System;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>What the walks of one type have in common.</summary>
internal sealed class WalkContext
{
    public WalkContext(KnownMembers known, BodyProvider bodies, BarrierOptions options, INamedTypeSymbol type, Func<IMethodSymbol, bool> isWorthFollowing)
    {
        Known = known;
        Bodies = bodies;
        Options = options;
        Type = type;
        IsWorthFollowing = isWorthFollowing;
        Sizes = new WalkSizes(this);
    }

    public KnownMembers Known { get; }

    public BodyProvider Bodies { get; }

    public BarrierOptions Options { get; }

    /// <summary>Whether a call of a helper in the source is worth being walked.</summary>
    public Func<IMethodSymbol, bool> IsWorthFollowing { get; }

    /// <summary>The helpers that were too large for a walk.</summary>
    public OversizedHelpers Oversized { get; } = new();

    /// <summary>How large walks will be.</summary>
    public WalkSizes Sizes { get; }

    /// <summary>The type that is judged: virtual calls on <c>this</c> go to its overrides.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>Declared in the project that is analysed.</summary>
    public bool IsInSource(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Type.ContainingAssembly);
}
