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
    /// Both name the same entry, as far as the values show. What is not known may be the thread's own, its number for instance; a property that is asked twice
    /// of the same object is taken to say the same.
    /// </summary>
    public static bool AreOfOneKey(MemoryEvent look, MemoryEvent store) => look.Key is not (null or Value.Unknown) &&
        (AreSame(look.Key, store.Key) || (AskedFor(look.Key) is { } asked && AskedFor(store.Key) is { } given && AreSame(asked, given) &&
            PropertyIn(look) is { } property && SymbolEqualityComparer.Default.Equals(property, PropertyIn(store))));

    /// <summary>The same value, or the same parameter or receiver.</summary>
    public static bool AreSame(Value? asked, Value? given) => Value.Same(asked, given) ||
        (asked is Value.Given { Symbol: var symbol } && given is Value.Given other && SymbolEqualityComparer.Default.Equals(symbol, other.Symbol));

    /// <summary>The one object that a property was asked of.</summary>
    private static Value? AskedFor(Value? key) =>
        key is Value.Derived { IsChoice: false, Operands: { Count: 1 } of } && of[0] is not Value.Unknown ? of[0] : null;

    /// <summary>The property that gives the key.</summary>
    private static ISymbol? PropertyIn(MemoryEvent access) => access.Operation switch
    {
        IInvocationOperation { Arguments: { Length: > 0 } given } => PropertyIn(given[0].Value),
        IAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } given } } => PropertyIn(given[0].Value),
        _ => null,
    };

    private static ISymbol? PropertyIn(IOperation key) => key switch
    {
        IConversionOperation conversion => PropertyIn(conversion.Operand),
        IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: { IsIndexer: false } property } => property,
        _ => null,
    };
}
