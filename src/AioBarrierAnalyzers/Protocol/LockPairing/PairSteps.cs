using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>What the blocks of one body do that may matter to its locks, in the order in which it is done: a block is visited in many states.</summary>
internal sealed class PairSteps
{
    private readonly List<IOperation>?[] _ofBlocks;

    public PairSteps(ControlFlowGraph graph) => _ofBlocks = new List<IOperation>?[graph.Blocks.Length];

    public List<IOperation> Of(BasicBlock block)
    {
        if (_ofBlocks[block.Ordinal] is { } known)
            return known;
        var steps = new List<IOperation>();
        foreach (IOperation operation in block.Operations)
            Add(operation, steps);
        if (block.BranchValue is { } value)
            Add(value, steps);
        return _ofBlocks[block.Ordinal] = steps;
    }

    private static void Add(IOperation operation, List<IOperation> steps)
    {
        // What is in a lambda is done when it runs.
        if (operation is not IFlowAnonymousFunctionOperation)
        {
            foreach (IOperation child in operation.ChildOperations)
                Add(child, steps);
        }

        if (operation is IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation or IAwaitOperation or IAssignmentOperation or
            IIncrementOrDecrementOperation or IMethodReferenceOperation or IFlowCaptureOperation or IFlowAnonymousFunctionOperation or
            IReturnOperation { Kind: OperationKind.YieldReturn })
        {
            steps.Add(operation);
        }
    }
}
