using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>
/// Helpers that were met so deep that what they call is not seen there. They can be walked by themselves where every call is made with the same locks.
/// </summary>
internal sealed class DeepHelpers
{
    private readonly Dictionary<IMethodSymbol, LockSet?> _locks = new(SymbolEqualityComparer.Default);

    public void Add(IMethodSymbol method, LockSet? locks) =>
        _locks[method] = !_locks.TryGetValue(method, out LockSet? known) ? locks : locks is not null && known?.SameAs(locks) == true ? known : null;

    public void AddAll(DeepHelpers others)
    {
        foreach (KeyValuePair<IMethodSymbol, LockSet?> other in others._locks)
            Add(other.Key, other.Value);
    }

    /// <summary>The locks that a helper is called with; null for one that was not met, or is called with others at times.</summary>
    public LockSet? LocksOf(IMethodSymbol method) => _locks.TryGetValue(method.OriginalDefinition, out LockSet? locks) ? locks : null;
}
