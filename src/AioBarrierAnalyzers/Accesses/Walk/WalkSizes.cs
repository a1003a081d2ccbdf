using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>
/// About how many nodes the walk of a body has, helpers counted wherever they are called: asked before the walk, as one that goes past its cap costs as much
/// as the largest that is of use.
/// </summary>
internal sealed class WalkSizes
{
    /// <summary>What is past the cap is not counted on.</summary>
    private const int Most = MemberWalk.MaxNodes + 1;

    private readonly WalkContext _context;

    // By the depth at which a helper is met: the deeper, the less of it is followed.
    private readonly Dictionary<IMethodSymbol, int>[] _known = Enumerable.Range(0, HelperWalk.MaxDepth + 1)
        .Select(static _ => new Dictionary<IMethodSymbol, int>(SymbolEqualityComparer.Default)).ToArray();

    public WalkSizes(WalkContext context) => _context = context;

    /// <summary>The size of a member's walk; one more than the cap where it is past that.</summary>
    public int Of(IMethodSymbol method, GraphFacts facts, CancellationToken cancellation) =>
        Of(facts, new List<IMethodSymbol> { method.OriginalDefinition }, cancellation);

    private int Of(GraphFacts facts, List<IMethodSymbol> active, CancellationToken cancellation)
    {
        int size = facts.Size;
        if (active.Count > HelperWalk.MaxDepth)
            return size;
        foreach (KeyValuePair<IMethodSymbol, int> called in facts.Called)
        {
            if (size >= Most)
                break;
            IMethodSymbol method = called.Key.ReducedFrom?.OriginalDefinition ?? called.Key;
            if (IsFollowed(method, active))
                size += called.Value * OfHelper(method, active, cancellation);
        }

        return Math.Min(size, Most);
    }

    private int OfHelper(IMethodSymbol method, List<IMethodSymbol> active, CancellationToken cancellation)
    {
        Dictionary<IMethodSymbol, int> known = _known[active.Count];
        if (known.TryGetValue(method, out int size))
            return size;
        if (_context.Bodies.Get(method, cancellation) is { } facts)
        {
            active.Add(method);
            size = Of(facts, active, cancellation);
            active.RemoveAt(active.Count - 1);
        }

        known.Add(method, size);
        return size;
    }

    /// <summary>Certain to be followed: which code a virtual call runs is known in the walk alone.</summary>
    private bool IsFollowed(IMethodSymbol method, List<IMethodSymbol> active) =>
        method.MethodKind is not (MethodKind.LocalFunction or MethodKind.PropertySet) && _context.IsInSource(method) &&
        !(method.IsVirtual || method.IsAbstract || method.IsOverride || method.ContainingType.TypeKind == TypeKind.Interface) &&
        !active.Contains(method, SymbolEqualityComparer.Default) && _context.IsWorthFollowing(method);
}
