using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Tells an addition to a collection that is right only while a flag is not set, because who sets the flag empties the collection in the same critical section:
/// what comes later is never taken out. A look that only refuses a misuse decides nothing, and who disposes of the object is to be the last to use it, unless
/// who comes too late takes care of the item himself: then he is expected.
/// </summary>
internal static class ClosedSets
{
    public static bool Rests(Guard decision, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        act.Event.Effect.Role == MemberRole.CollectionAdd && !act.Event.IsConcurrentCollection &&
        decision.Load.Location.Kind == LocationKind.Field && decision.Load.Event.Twin is null && decision.IsChoice && decision.IsNear(act.Event) &&
        context.World.AccessesOf(decision.Load.Location).Any(closing => IsClosing(closing, decision, act, @lock));

    private static bool IsClosing(MemberEvent closing, Guard decision, MemberEvent act, MemoryLocation @lock) =>
        closing.Event is { Kind: EventKind.Store, Stored: Value.Constant closed } && closing.Member != act.Member &&
        !closing.Member.IsConstruction && (!closing.Member.Method.IsDisposal() || IsSeenTo(decision, act, closing.Member)) && !decision.Admits(closed) &&
        closing.Event.Locks.Find(@lock) is { IsShared: false } && closing.Member.Accesses.Any(
            a => a.Event.Effect.Role == MemberRole.CollectionClear && a.Location.MayAlias(act.Location) && a.Event.Locks.Find(@lock) is not null &&
                CriticalSections.AreOne(closing, a, @lock));

    /// <summary>The other way calls the item that is not added then, or hands it to what the closing hands those to that are in the collection.</summary>
    private static bool IsSeenTo(Guard decision, MemberEvent act, Member closer) =>
        act.Event.Operation is IInvocationOperation { Arguments: { Length: > 0 } items } && VariableIn(items[items.Length - 1].Value) is { } item &&
        decision.Member.Graph.Events.Any(e => e.Operation is IInvocationOperation call && decision.IsOpposite(e) &&
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
