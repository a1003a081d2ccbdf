using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Updates;

/// <summary>Finds updates in two steps: increments, compound assignments, and stores of something computed from a read of the same place.</summary>
internal static class SplitUpdates
{
    public static IEnumerable<SplitUpdate> Find(ProtocolContext context)
    {
        foreach (MemberEvent store in context.OwnAccesses())
        {
            if (LoadOf(store) is { } load && !IsClaimedBetween(load, store))
                yield return new SplitUpdate(load, store);
        }
    }

    /// <summary>
    /// A compare-exchange of what was read has succeeded in between, as with the odd version of a sequence lock: the word is this thread's own until the store.
    /// </summary>
    private static bool IsClaimedBetween(MemberEvent load, MemberEvent store) => store.Member.AtomicUpdates.Any(
        a => a.Event.Comparand is { } expected && a.Event.Node > load.Event.Node && a.Event.Node < store.Event.Node && a.Location.MayAlias(store.Location) &&
            expected.Sources().Contains(load.Event) && store.Member.Search.Reaches(a.Event.Node, store.Event.Node));

    /// <summary>The read that a store computes its value from; null where there is none.</summary>
    public static MemberEvent? LoadOf(MemberEvent store)
    {
        if (store.Event is not { Kind: EventKind.Store, IsBulk: false, IsConcurrentCollection: false, Stored: Value.Derived or Value.Masked } ||
            store.Location.Kind is Accesses.LocationKind.Content or Accesses.LocationKind.This || IsOwnCopy(store.Event.Path!))
        {
            return null;
        }

        IReadOnlyList<MemoryEvent> sources = store.Event.Stored.Sources();
        return store.Member.Accesses.FirstOrDefault(
            a => a.Event.Kind == EventKind.Load && sources.Contains(a.Event) && a.Location.MayAlias(store.Location) && a.Event.Path!.Equals(store.Event.Path));
    }

    /// <summary>What a struct does to itself: it may be a copy that one thread has to itself, and often is.</summary>
    public static bool IsOwnCopy(AccessPath path) => path.Base is Value.Given { Symbol: INamedTypeSymbol { IsValueType: true } };

    /// <summary>An increment, or an addition to what was read: nothing is ever taken off.</summary>
    public static bool IsRise(MemoryEvent store) => store.Operation switch
    {
        IIncrementOrDecrementOperation step => step.Kind == OperationKind.Increment,
        ICompoundAssignmentOperation sum => sum.OperatorKind == BinaryOperatorKind.Add,
        _ => store.Stored is Value.Derived { Addend: > 0 },
    };
}
