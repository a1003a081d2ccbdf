using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>
/// Finds expressions that read an array and then, as C# evaluates them from left to right, the number that says how much of it there is: an index, or the
/// length of a view. No branch is there that could throw; the number may be that of a longer array, which another thread has put there meanwhile.
/// </summary>
internal static class EarlyArrays
{
    public static IEnumerable<EarlyArray> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction))
        {
            foreach (MemberEvent array in member.Accesses)
            {
                if (IsArray(array) && Whole(array.Event.Operation) is { } whole && NumberIn(whole, array, context) is { } number &&
                    GrowthOf(array, number, context) is { } growth)
                {
                    yield return new EarlyArray(array, number, growth);
                }
            }
        }
    }

    private static bool IsArray(MemberEvent read) => read.Event is { Kind: EventKind.Load, Locks: { IsEmpty: true, HasUnknown: false } } &&
        read.Location is { Kind: LocationKind.Field, Symbol: IFieldSymbol { Type: IArrayTypeSymbol } };

    /// <summary>The element, or the view of a part, that the array is read for.</summary>
    private static IOperation? Whole(IOperation array)
    {
        IOperation? at = array.Parent;
        while (at is IConversionOperation or IArgumentOperation)
            at = at.Parent;
        return at switch
        {
            IArrayElementReferenceOperation element => element,
            IObjectCreationOperation view when LibraryTypes.ArrayViews.Contains(view.Type) => view,
            IInvocationOperation { TargetMethod: { Name: "AsSpan" or "AsMemory", ContainingType: var owner } } call
                when LibraryTypes.MemoryExtensions.Contains(owner) => call,
            _ => null,
        };
    }

    /// <summary>A number that is read within the expression, and behind the array, to say where it ends; a mask keeps any in range.</summary>
    private static MemberEvent? NumberIn(IOperation whole, MemberEvent array, ProtocolContext context)
    {
        List<TextSpan> ends = EndsIn(whole).Select(static e => e.Syntax.Span).ToList();
        return array.Member.Accesses.FirstOrDefault(
            n => n.Event is { Kind: EventKind.Load, IsConcurrentCollection: false, Locks.IsEmpty: true } && n.Event.Node > array.Event.Node &&
                n.Location is { Kind: LocationKind.Field, Symbol: { } field } && PathFactory.TypeOf(field)?.SpecialType == SpecialType.System_Int32 &&
                context.Evidence.IsMarked(n.Location) && n.Event.IsIn(array.Event.Frame) && ends.Contains(n.Event.SiteIn(array.Event.Frame).Span) &&
                array.Member.Search.Reaches(array.Event.Node, n.Event.Node));
    }

    private static IEnumerable<IOperation> EndsIn(IOperation whole) => (whole switch
    {
        IArrayElementReferenceOperation element => element.Indices,
        IObjectCreationOperation view => view.Arguments.Select(static a => a.Value),
        IInvocationOperation call => call.Arguments.Select(static a => a.Value),
        _ => Enumerable.Empty<IOperation>(),
    }).Select(static e => e is IBinaryOperation { RightOperand.ConstantValue.HasValue: true, LeftOperand: var number } ? number : e);

    /// <summary>Another member puts an array there that it has made, and behind that stores a number, under the lock that all take who store one.</summary>
    private static MemberEvent? GrowthOf(MemberEvent array, MemberEvent number, ProtocolContext context)
    {
        List<MemberEvent> stores = context.World.AccessesOf(number.Location).Where(n => n.Event.Writes && !n.Member.IsConstruction).ToList();
        return stores.Exists(n => n.Member == array.Member || n.Event.Locks.IsEmpty) ? null : stores.Find(
            n => n.Event.Stored is not Value.Constant && ProtocolContext.MayOverlap(n.Member, array.Member) && ProtocolContext.In(n.Member, array.Location).Any(
                a => a.Event is { Writes: true, Stored: Value.Made } && n.Member.Search.Reaches(a.Event.Node, n.Event.Node)));
    }
}
