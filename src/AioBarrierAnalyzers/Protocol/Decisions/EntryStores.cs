using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Decisions;

/// <summary>Stores by index in thread-safe dictionaries: whatever is there under the key is replaced.</summary>
internal static class EntryStores
{
    /// <summary>What is stored; null for anything but such a store.</summary>
    public static Value? ValueOf(MemoryEvent @event) =>
        @event is { IsConcurrentCollection: true, Effect: { Role: MemberRole.CollectionAdd, Result: AtomicResult.None }, Handed: { Count: 2 } given } &&
        @event.Operation is ISimpleAssignmentOperation or ICompoundAssignmentOperation or IIncrementOrDecrementOperation
            ? given[1]
            : null;

    /// <summary>
    /// Both name the same entry, as far as the values show. What is not known may be the thread's own, its number for instance.
    /// </summary>
    public static bool AreOfOneKey(MemoryEvent look, MemoryEvent store) => look.Key is not (null or Value.Unknown) &&
        (Value.Same(look.Key, store.Key) || (look.Key is Value.Given asked && store.Key is Value.Given given &&
            SymbolEqualityComparer.Default.Equals(asked.Symbol, given.Symbol)));
}
