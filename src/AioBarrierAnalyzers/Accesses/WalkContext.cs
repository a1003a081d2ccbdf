using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>What the walks of one type have in common.</summary>
internal sealed class WalkContext
{
    public WalkContext(KnownMembers known, BodyProvider bodies, BarrierOptions options, INamedTypeSymbol type)
    {
        Known = known;
        Bodies = bodies;
        Options = options;
        Type = type;
    }

    public KnownMembers Known { get; }

    public BodyProvider Bodies { get; }

    public BarrierOptions Options { get; }

    /// <summary>The type that is judged: virtual calls on <c>this</c> go to its overrides.</summary>
    public INamedTypeSymbol Type { get; }
}
