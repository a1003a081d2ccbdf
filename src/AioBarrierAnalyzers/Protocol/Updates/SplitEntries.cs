using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Updates;

/// <summary>
/// Finds entries of a thread-safe dictionary that are updated in two steps: looked up, and stored by index as something computed from what was found. Each of
/// the two is atomic, and so is neither the update. That the dictionary is a thread-safe one says that several threads use it, but not that several store.
/// </summary>
internal static class SplitEntries
{
    public static IEnumerable<SplitUpdate> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => m.HasConcurrentAdd && SeveralThreads.MayRun(m)))
        {
            foreach (MemberEvent store in member.Accesses)
            {
                if (EntryStores.ValueOf(store.Event) is { } value && LoadOf(store, value) is { } load && !Exclusion.IsHeldApart(load, store))
                    yield return new SplitUpdate(load, store);
            }
        }
    }

    private static MemberEvent? LoadOf(MemberEvent store, Value value) => store.Member.Accesses.LastOrDefault(
        a => a.Event is { Kind: EventKind.Load, Effect.Role: MemberRole.CollectionLook } && a.Location.MayAlias(store.Location) &&
            a.Event.Path!.IsOfSameObject(store.Event.Path!) && store.Member.Search.Reaches(a.Event.Node, store.Event.Node) && IsComputed(value, a.Event) &&
            (IsOneStatement(a.Event, store.Event) || EntryStores.AreOfOneKey(a.Event, store.Event)));

    /// <summary><c>entries[key]++</c> and the like.</summary>
    private static bool IsOneStatement(MemoryEvent load, MemoryEvent store) => store.Operation switch
    {
        ICompoundAssignmentOperation sum => sum.Target.Syntax == load.Operation.Syntax,
        IIncrementOrDecrementOperation step => step.Target.Syntax == load.Operation.Syntax,
        _ => false,
    };

    /// <summary>Made of what was found, and not that itself: to put back the same is to touch the entry.</summary>
    private static bool IsComputed(Value value, MemoryEvent load) => value switch
    {
        Value.Derived { IsChoice: true } choice => choice.Operands.Any(o => IsComputed(o, load)),
        Value.Derived derived => derived.Sources().Contains(load) && !IsFound(derived, load),
        Value.Masked masked => masked.Sources().Contains(load),
        Value.Made made => made.Parts.Any(p => p.Sources().Contains(load)),
        _ => false,
    };

    /// <summary>What a member gives by an <c>out</c> parameter.</summary>
    private static bool IsFound(Value.Derived value, MemoryEvent load) =>
        value is { Addend: 0, Varies: false, Operands: { Count: 1 } operands } && operands[0] is Value.Loaded { IsExact: false } found && found.Event == load &&
        load.Operation is IInvocationOperation;
}
