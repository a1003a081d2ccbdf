using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Updates;

/// <summary>
/// Tells a statistic that must not lose anything: beside it the same code raises another one of the same object, atomically, that nobody else raises. Only
/// further threads in that code can be what the atomic operation is for, and the two are to agree, as the buckets of a histogram do with the number of values.
/// </summary>
internal static class PairedCounts
{
    public static bool AreOne(SplitUpdate update, ProtocolContext context) =>
        update is { Load.Event.IsMarked: true, Store.Event: { IsMarked: true, Locks: { IsEmpty: true, HasUnknown: false } } } &&
        SeveralThreads.MayRun(update.Member) && IsSharedCell(update.Store) && update.Member.AtomicUpdates.Any(a => IsBeside(a, update.Store, context));

    private static bool IsBeside(MemberEvent count, MemberEvent store, ProtocolContext context)
    {
        GraphSearch search = store.Member.Search;
        return Counts.IsForgotten(count.Event) && Counts.DirectionOf(count.Event) > 0 && !count.Location.Overlaps(store.Location) &&
            count.Location.Kind == LocationKind.Field && Value.Same(count.Event.Path!.Base, OwnerOf(store.Event.Path!)) &&
            (search.BranchesBetween(store.Event.Node, count.Event.Node) == 0 || search.BranchesBetween(count.Event.Node, store.Event.Node) == 0) &&
            context.World.AccessesOf(count.Location).All(
                a => a.Event.Writes ? a.Event.Operation.Syntax == count.Event.Operation.Syntax || Stores.IsClear(a.Event) : context.Guards.Of(a).Count == 0);
    }

    /// <summary>The object that the field, or the array, belongs to.</summary>
    private static Value? OwnerOf(AccessPath path) => path.Step != LocationKind.Element ? path.Base : path.Base switch
    {
        Value.Held held => held.Path.Base,
        Value.Loaded { IsExact: true } loaded => loaded.Event.Path?.Base,
        _ => path.Base,
    };

    /// <summary>A field; or an element that a measured quantity leads to, where one that a number names may be each thread's own.</summary>
    private static bool IsSharedCell(MemberEvent store) =>
        store.Location.Kind == LocationKind.Field || (store.Location.Kind == LocationKind.Element && IsMeasured(store.Event.Path!.Index));

    private static bool IsMeasured(Value? index)
    {
        var pending = new Stack<Value>();
        var seen = new HashSet<Value>();
        if (index is not (null or Value.Given))
            pending.Push(index);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case Value.Given { Symbol: IParameterSymbol parameter } when IsQuantity(parameter.Type):
                    return true;

                // Found by a search for it.
                case Value.Loaded { Event.Operation: IInvocationOperation search }
                    when search.Arguments.Any(a => a is { Parameter.Type: { } type, Value.ConstantValue.HasValue: false } && IsQuantity(type)):
                    return true;
                case Value.Masked masked:
                    pending.Push(masked.Operand);
                    break;
                case Value.Derived derived when seen.Add(derived):
                    foreach (Value operand in derived.Operands)
                        pending.Push(operand);
                    break;
            }
        }

        return false;
    }

    /// <summary>A time, a size or the like: nobody numbers threads by it.</summary>
    private static bool IsQuantity(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64 or
        SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;
}
