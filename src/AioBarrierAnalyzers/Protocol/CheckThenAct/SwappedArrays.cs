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
            foreach (MemberEvent again in member.Accesses)
            {
                if (again.Event is { Kind: EventKind.Load, Path.Location: { Kind: LocationKind.Field, Symbol: IFieldSymbol { Type: IArrayTypeSymbol } } } &&
                    IsIndexed(again.Event.Operation) && TestOf(again, context) is { } test && ShorterFrom(again, test, context) is { } change)
                {
                    yield return new Reread(test, again, change);
                }
            }
        }
    }

    private static bool IsIndexed(IOperation read) => read.Parent is IArrayElementReferenceOperation element && element.ArrayReference == read;

    /// <summary>A comparison of the length that another read of the field gave.</summary>
    private static Guard? TestOf(MemberEvent again, ProtocolContext context) => context.Guards.Of(again.Member).FirstOrDefault(
        g => g.Load.Event.Kind == EventKind.Load && g.Load != again && g.Covers(again.Event) && g.Load.Location.MayAlias(again.Location) &&
            g.Load.Event.Path!.IsOfSameObject(again.Event.Path!) && IsOfLength(g.Load.Event.Operation) &&
            Conditions.WithoutNegation(g.Branch.Condition!, true).Condition is Value.Comparison);

    private static bool IsOfLength(IOperation read) =>
        read.Parent is IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.SpecialType: SpecialType.System_Array } };

    private static MemberEvent? ShorterFrom(MemberEvent again, Guard test, ProtocolContext context) => !context.Evidence.IsMarked(again.Location)
        ? null
        : context.World.AccessesOf(again.Location).FirstOrDefault(c => c.Event.Writes && c.Member != again.Member && !c.HasItsObjectToItself() &&
            !c.Member.Method.IsDisposal() && !c.Event.Locks.Excludes(again.Event.Locks) && !c.Event.Locks.Excludes(test.Load.Event.Locks) &&
            !Exclusion.IsBehindAtomicLock(test.Load, again) && MayBeShorter(ValueOf(c.Event.Operation)));

    private static IOperation? ValueOf(IOperation store) => store switch
    {
        ISimpleAssignmentOperation assignment => assignment.Value,
        IInvocationOperation { Arguments: { Length: 2 } arguments } => arguments[1].Value,
        _ => null,
    };

    /// <summary>Some step on the way from the elements that there were leaves some of them out.</summary>
    private static bool MayBeShorter(IOperation? value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value is IInvocationOperation call && (ShrinkingMembers.Contain(call.TargetMethod) ||
            MayBeShorter(call.Instance ?? call.Arguments.FirstOrDefault()?.Value));
    }
}
