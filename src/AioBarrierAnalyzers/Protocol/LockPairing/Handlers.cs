using System.Linq;
using AioBarrierAnalyzers.Accesses.Walk;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// Which exceptions get past the catches of a try. The types that are caught are taken for all that the library throws there; but what cancels an operation
/// throws its own exception, code of the user throws any, and what a throw statement makes has a type. A filter counts as saying yes.
/// </summary>
internal sealed class Handlers
{
    private readonly Throwers _throwers;

    public Handlers(Throwers throwers) => _throwers = throwers;

    /// <summary>The kinds of regions that a catch makes, with a filter or without.</summary>
    public static bool IsHandler(ControlFlowRegion region) => region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler;

    /// <summary>Around a block is a try that catches everything, whatever its catch then does.</summary>
    public static bool KeepAll(BasicBlock block, ControlFlowGraph graph)
    {
        foreach (ControlFlowRegion region in Regions.OutwardFrom(block.EnclosingRegion, graph))
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } whole } &&
                whole.NestedRegions.Any(r => IsHandler(r) && LibraryTypes.CatchAll.Contains(r.ExceptionType)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The catch stores to nothing that is not its own, and gives no reference to such a place away.</summary>
    public static bool StoresNothing(ControlFlowRegion handler, ControlFlowGraph graph)
    {
        for (int i = handler.FirstBlockOrdinal; i <= handler.LastBlockOrdinal; i++)
        {
            if (GraphFacts.OperationsOf(graph.Blocks[i]).Any(static o => o switch
            {
                IAssignmentOperation { Target: var target } => !IsOwn(target),
                IIncrementOrDecrementOperation { Target: var target } => !IsOwn(target),
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => !IsOwn(argument.Value),
                _ => false,
            }))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOwn(IOperation target) =>
        target is ILocalReferenceOperation or IFlowCaptureReferenceOperation or IDiscardOperation or IDeclarationExpressionOperation;

    /// <summary>An exception out of an operation may leave the try and its catches.</summary>
    public bool LetPass(IOperation? cause, ControlFlowRegion tryAndCatch) => cause switch
    {
        null => false,
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } =>
            !tryAndCatch.NestedRegions.Any(r => IsHandler(r) && LibraryTypes.CatchAll.Contains(r.ExceptionType)),
        IInvocationOperation or IAwaitOperation =>
            _throwers.MayBeCancelled(cause) && !tryAndCatch.NestedRegions.Any(r => IsHandler(r) && LibraryTypes.CatchCancellation.Contains(r.ExceptionType)),
        IConversionOperation { OperatorMethod: null, Operand: IObjectCreationOperation made } => IsOfOtherType(made, tryAndCatch),
        IObjectCreationOperation made => IsOfOtherType(made, tryAndCatch),
        _ => false,
    };

    private static bool IsOfOtherType(IObjectCreationOperation made, ControlFlowRegion tryAndCatch) =>
        !tryAndCatch.NestedRegions.Any(r => IsHandler(r) && (r.ExceptionType?.SpecialType == SpecialType.System_Object || Derives(made.Type, r.ExceptionType)));

    private static bool Derives(ITypeSymbol? type, ITypeSymbol? from)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, from))
                return true;
        }

        return false;
    }
}
