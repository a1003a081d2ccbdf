using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>
/// Finds array fields that are read twice, once for the length that a decision rests on and once for the element, where another member puts an array there
/// that may be shorter. An array that only ever grows is left alone.
/// </summary>
internal static class SwappedArrays
{
    public static IEnumerable<Reread> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction))
        {
            foreach (MemberEvent element in member.Accesses)
            {
                if (element.Event is { Operation: not IPropertyReferenceOperation, Path.Base: Value.Loaded { IsExact: true, Event: var array } } &&
                    member.Find(array) is { } again && IsArrayField(again) &&
                    LengthFor(again, element, context) is { } length && ShorterFrom(again, length, context) is { } change)
                {
                    yield return new Reread(length, again, change);
                }
            }
        }
    }

    private static bool IsArrayField(MemberEvent read) =>
        read.Event.Kind == EventKind.Load && read.Location is { Kind: LocationKind.Field, Symbol: IFieldSymbol { Type: IArrayTypeSymbol } };

    /// <summary>Another read of the field, whose length the index rests on, or the way to the element.</summary>
    private static MemberEvent? LengthFor(MemberEvent again, MemberEvent element, ProtocolContext context) => again.Member.Accesses.FirstOrDefault(
        l => l.Event.Kind == EventKind.Load && l != again && l.Location.MayAlias(again.Location) && IsOfLength(l.Event.Operation) &&
            l.Event.Path!.IsOfSameObject(again.Event.Path!) &&
            (element.Event.Path!.Index?.Sources().Contains(l.Event) == true || context.Guards.Of(l).Any(g => IsBound(g) && g.IsOnlyWayTo(again.Event))));

    private static bool IsBound(Guard guard) => Conditions.Reduced(guard.Branch.Condition!, true).Condition is Value.Comparison;

    private static bool IsOfLength(IOperation read) =>
        read.Parent is IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.SpecialType: SpecialType.System_Array } };

    private static MemberEvent? ShorterFrom(MemberEvent again, MemberEvent length, ProtocolContext context) => !context.Evidence.IsMarked(again.Location)
        ? null
        : context.World.AccessesOf(again.Location).FirstOrDefault(c => c.Event.Writes && c.Member != again.Member && !c.HasItsObjectToItself() &&
            !c.Member.Method.IsDisposal() && !c.Event.Locks.Excludes(again.Event.Locks) && !c.Event.Locks.Excludes(length.Event.Locks) &&
            !Exclusion.IsBehindAtomicLock(length, again) &&
            (IsFromElsewhere(c.Event.Stored) || IsMadeShorter(c, context) || IsFixed(c.Event.Stored) || LeavesOut(ValueOf(c.Event.Operation))));

    /// <summary>Neither made here nor computed from what was there: of any length.</summary>
    private static bool IsFromElsewhere(Value? stored) => stored is Value.Given { Symbol: IParameterSymbol } ||
        (stored is Value.Unknown or Value.Derived { IsFresh: false } && stored.Sources().Count == 0);

    /// <summary>One that is there once and for all, such as the empty one for when there is nothing: no longer for what there was.</summary>
    private static bool IsFixed(Value? stored) =>
        stored is Value.Held { Path: { Base: null, Location.Symbol: IFieldSymbol { IsStatic: true, IsReadOnly: true, Type: IArrayTypeSymbol } } };

    /// <summary>Made with fewer elements than there were, or as many as something else has that no decision compares with what there were.</summary>
    private static bool IsMadeShorter(MemberEvent change, ProtocolContext context)
    {
        if (change.Event.Stored is not Value.Made { Type: IArrayTypeSymbol, Parts: { Count: 1 } lengths })
            return false;
        return IsLess(lengths[0], change.Location) || (IsFromElsewhere(lengths[0]) && !context.Guards.Of(change.Member).Any(
            g => g.Load.Location.MayAlias(change.Location) && IsOfLength(g.Load.Event.Operation) && g.IsOnlyWayTo(change.Event)));
    }

    /// <summary>The length of the array that there was, less something.</summary>
    private static bool IsLess(Value length, MemoryLocation array) => length is Value.Derived { Addend: < 0 } &&
        length.Sources() is { Count: > 0 } sources && sources.All(s => s.Location?.MayAlias(array) == true);

    private static IOperation? ValueOf(IOperation store) => store switch
    {
        ISimpleAssignmentOperation assignment => assignment.Value,
        IInvocationOperation { Arguments: { Length: 2 } arguments } => arguments[1].Value,
        _ => null,
    };

    /// <summary>Some step on the way from the elements that there were leaves some of them out.</summary>
    private static bool LeavesOut(IOperation? value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value is IInvocationOperation call && (ShrinkingMembers.Contain(call.TargetMethod) ||
            LeavesOut(call.Instance ?? call.Arguments.FirstOrDefault()?.Value));
    }
}
