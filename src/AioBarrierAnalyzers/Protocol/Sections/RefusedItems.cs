using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>What becomes of an item that is not put into a collection because the collection is closed.</summary>
internal static class RefusedItems
{
    /// <summary>
    /// The other way calls the item that is not added then, or hands it to what the closing hands those to that are in the collection. A static function of a
    /// library, such as one that calls off a finalizer, does nothing that would be missed, unless it gives memory back.
    /// </summary>
    public static bool AreSeenTo(Guard decision, MemberEvent act, Member closer) =>
        ItemOf(act) is { } added && VariableIn(added) is { } item &&
        decision.Member.Graph.Events.Any(e => e.Operation is IInvocationOperation call && IsOtherWay(decision, act, e) &&
            (!call.TargetMethod.IsStatic || !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty || e.GivenBack is not null ||
                e.Kind == EventKind.Start) &&
            (IsVariable(call.Instance, item) || (call.Arguments.Any(a => IsVariable(a.Value, item)) &&
                (e.Kind == EventKind.Start || Calls(closer, call.TargetMethod)))));

    /// <summary>Only the other way leads there; or the other way and some that lead past the addition do, as where there is no room.</summary>
    private static bool IsOtherWay(Guard decision, MemberEvent act, MemoryEvent @event) => decision.IsOpposite(@event) ||
        (!decision.Member.Search.Reaches(act.Event.Node, @event.Node) &&
            decision.Member.Search.ReachableByBranch(decision.Branch, !decision.Outcome, static _ => false)[@event.Node] &&
            @event.Node > act.Event.Node);

    /// <summary>The item is what a task or a thread waits by, or has such a part: left where nobody takes it out, they wait for ever.</summary>
    public static bool AreWaitedBy(MemberEvent act) =>
        ItemOf(act) is { } item && TypeOf(item) is { } type &&
        (IsWaiter(type) || type.GetMembers().Any(m => m is IFieldSymbol { IsStatic: false } field && IsWaiter(field.Type)));

    /// <summary>What is added to the collection, or stored.</summary>
    private static IOperation? ItemOf(MemberEvent act) => act.Event.Operation switch
    {
        IInvocationOperation { Arguments: { Length: > 0 } items } => items[items.Length - 1].Value,
        ISimpleAssignmentOperation assignment => assignment.Value,
        _ => null,
    };

    /// <summary>One who waits leaves it for the other who lets him go on.</summary>
    public static bool IsWaiter(ITypeSymbol type) => LibraryTypes.Waiters.ContainsBaseOf(type);

    private static ITypeSymbol? TypeOf(IOperation operand) => operand is IConversionOperation conversion ? TypeOf(conversion.Operand) : operand.Type;

    private static bool Calls(Member member, IMethodSymbol method) => member.Graph.Events.Any(
        e => e.Operation is IInvocationOperation call &&
            SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method.OriginalDefinition));

    private static bool IsVariable(IOperation? operand, ISymbol variable) =>
        operand is not null && SymbolEqualityComparer.Default.Equals(VariableIn(operand), variable);

    private static ISymbol? VariableIn(IOperation operand) => operand switch
    {
        IConversionOperation conversion => VariableIn(conversion.Operand),
        IParameterReferenceOperation parameter => parameter.Parameter,
        ILocalReferenceOperation local => local.Local,
        _ => null,
    };
}
