using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
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
        act.Event.Operation is IInvocationOperation { Arguments: { Length: > 0 } items } && VariableIn(items[items.Length - 1].Value) is { } item &&
        decision.Member.Graph.Events.Any(e => e.Operation is IInvocationOperation call && decision.IsOpposite(e) &&
            (!call.TargetMethod.IsStatic || !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty || e.GivenBack is not null) &&
            (IsVariable(call.Instance, item) || (call.Arguments.Any(a => IsVariable(a.Value, item)) && Calls(closer, call.TargetMethod))));

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
