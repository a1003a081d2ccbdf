using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Accesses.Walk;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>The methods of a type that take a lock or a claim by a call, and what it takes to look into them.</summary>
internal sealed class LockingCode
{
    public LockingCode(IReadOnlyList<IMethodSymbol> methods, KnownMembers known, BodyProvider bodies, CancellationToken cancellation)
    {
        Methods = methods;
        Known = known;
        Bodies = bodies;
        Cancellation = cancellation;
    }

    public IReadOnlyList<IMethodSymbol> Methods { get; }

    public KnownMembers Known { get; }

    public BodyProvider Bodies { get; }

    /// <summary>Of the judgement that this was made for, and that alone uses it.</summary>
    public CancellationToken Cancellation { get; }
}
