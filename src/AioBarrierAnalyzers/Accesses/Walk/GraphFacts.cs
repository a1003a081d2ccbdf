using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>A control-flow graph with what its walk needs to know beforehand.</summary>
internal sealed class GraphFacts
{
    /// <summary>The branch, and the first node of each of its ways.</summary>
    private const int NodesOfBranch = 3;

    private readonly Dictionary<int, List<ISymbol>> _assignedInLoop = new();
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _functions = new(SymbolEqualityComparer.Default);

    public GraphFacts(ControlFlowGraph graph)
    {
        Graph = graph;
        var pending = new Stack<IOperation>();
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (IOperation operation in block.Operations)
                NoteAll(operation, pending);
            NoteAll(block.BranchValue, pending);
            if (block.ConditionKind != ControlFlowConditionKind.None && block.IsReachable)
                Size += NodesOfBranch;
        }

        HasHandlers = graph.Root.NestedRegions.Any(Handles);
        Changing.UnionWith(Captured);
        Changing.IntersectWith(_assigned);
        foreach (BasicBlock block in graph.Blocks)
        {
            NoteBackEdge(block, block.FallThroughSuccessor);
            NoteBackEdge(block, block.ConditionalSuccessor);
        }
    }

    public ControlFlowGraph Graph { get; }

    /// <summary>Some of its code stands in a <c>try</c>.</summary>
    public bool HasHandlers { get; }

    /// <summary>Captures that stand for a place to be assigned, not for a value.</summary>
    public HashSet<CaptureId> PlaceCaptures { get; } = new();

    /// <summary>Locals and parameters that a lambda or local function in this graph uses.</summary>
    public HashSet<ISymbol> Captured { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Those of them that are assigned again after they were declared.</summary>
    public HashSet<ISymbol> Changing { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Methods used as a value, not called: their code may run anywhere.</summary>
    public HashSet<IMethodSymbol> UsedAsValue { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The calls that a release build leaves out, with all that they are given.</summary>
    public List<TextSpan> Asserted { get; } = new(0);

    /// <summary>Methods called, and at how many places. A property counts as called both ways, however it is used.</summary>
    public Dictionary<IMethodSymbol, int> Called { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>About so many nodes has a walk of it without its helpers, and seldom fewer: three for each branch, and one for each use of a field.</summary>
    public int Size { get; private set; }

    /// <summary>Lambdas in this graph.</summary>
    public List<IFlowAnonymousFunctionOperation> Lambdas { get; } = new();

    /// <summary>Some branch leads back to it.</summary>
    public bool IsLoopHeader(BasicBlock block) => _assignedInLoop.ContainsKey(block.Ordinal);

    /// <summary>Locals and parameters assigned in the loop that the block heads; empty where it heads none.</summary>
    public IReadOnlyList<ISymbol> AssignedInLoop(BasicBlock header) =>
        _assignedInLoop.TryGetValue(header.Ordinal, out List<ISymbol>? symbols) ? symbols : System.Array.Empty<ISymbol>();

    /// <summary>All operations of a block, parts of others too, and of what it branches on.</summary>
    public static IEnumerable<IOperation> OperationsOf(BasicBlock block)
    {
        foreach (IOperation operation in block.Operations)
        {
            foreach (IOperation each in operation.DescendantsAndSelf())
                yield return each;
        }

        if (block.BranchValue is not null)
        {
            foreach (IOperation each in block.BranchValue.DescendantsAndSelf())
                yield return each;
        }
    }

    /// <summary>The variable that an operation gives another value. A store through a reference leaves the reference as it is.</summary>
    [MethodImpl(HotPath.Optimized)]
    private static ISymbol? AssignedBy(IOperation operation)
    {
        // By kind, as most operations are none of these.
        IOperation target;
        bool isRebound = false;
        switch (operation.Kind)
        {
            case OperationKind.SimpleAssignment:
                var assignment = (ISimpleAssignmentOperation)operation;
                (target, isRebound) = (assignment.Target, assignment.IsRef);
                break;
            case OperationKind.CompoundAssignment or OperationKind.DeconstructionAssignment:
                target = ((IAssignmentOperation)operation).Target;
                break;
            case OperationKind.Increment or OperationKind.Decrement:
                target = ((IIncrementOrDecrementOperation)operation).Target;
                break;
            case OperationKind.Argument when ((IArgumentOperation)operation).Parameter is { RefKind: RefKind.Ref or RefKind.Out }:
                target = ((IArgumentOperation)operation).Value;
                break;
            default:
                return null;
        }

        return target switch
        {
            ILocalReferenceOperation local when isRebound || !local.Local.IsRef => local.Local,
            IParameterReferenceOperation parameter when isRebound || parameter.Parameter.RefKind is RefKind.None or RefKind.Out => parameter.Parameter,
            IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } => local.Local,
            _ => null,
        };
    }

    private static ISymbol? AssignedAgainBy(IOperation operation) =>
        operation.Kind == OperationKind.SimpleAssignment && operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { IsDeclaration: true } }
            ? null
            : AssignedBy(operation);

    /// <summary>Looks at an operation and all that it consists of. A sum may have thousands of parts: not by recursion.</summary>
    [MethodImpl(HotPath.Optimized)]
    private void NoteAll(IOperation? operation, Stack<IOperation> pending)
    {
        if (operation is null)
            return;
        pending.Push(operation);
        while (pending.Count > 0)
        {
            IOperation next = pending.Pop();
            Note(next);
            foreach (IOperation child in next.ChildOperations)
                pending.Push(child);
        }
    }

    [MethodImpl(HotPath.Optimized)]
    private void Note(IOperation operation)
    {
        if (AssignedAgainBy(operation) is { } assigned)
            _assigned.Add(assigned);
        switch (operation.Kind)
        {
            case OperationKind.SimpleAssignment when operation is ISimpleAssignmentOperation { IsRef: true, Value: IFlowCaptureReferenceOperation reference }:
                PlaceCaptures.Add(reference.Id);
                break;
            case OperationKind.SimpleAssignment or OperationKind.CompoundAssignment or OperationKind.DeconstructionAssignment:
                NotePlace(((IAssignmentOperation)operation).Target);
                break;
            case OperationKind.Increment or OperationKind.Decrement:
                NotePlace(((IIncrementOrDecrementOperation)operation).Target);
                break;
            case OperationKind.Argument when ((IArgumentOperation)operation).Parameter is { RefKind: not RefKind.None }:
                NotePlace(((IArgumentOperation)operation).Value);
                break;
            case OperationKind.MethodReference:
                IMethodSymbol used = ((IMethodReferenceOperation)operation).Method.OriginalDefinition;
                UsedAsValue.Add(used);
                NoteFunction(used);
                break;
            case OperationKind.Invocation:
                IMethodSymbol method = ((IInvocationOperation)operation).TargetMethod;
                NoteCall(method);
                if (method.ReturnsVoid && LibraryTypes.ConditionalAttribute.Marks(method))
                    Asserted.Add(operation.Syntax.Span);
                break;
            case OperationKind.PropertyReference:
                IPropertySymbol property = ((IPropertyReferenceOperation)operation).Property;
                if (property.GetMethod is { } getter)
                    NoteCall(getter);
                if (property.SetMethod is { } setter)
                    NoteCall(setter);
                break;
            case OperationKind.FieldReference when ((IFieldReferenceOperation)operation).Field is { IsReadOnly: false, IsConst: false }:
                Size++;
                break;
            case OperationKind.FlowAnonymousFunction:
                var lambda = (IFlowAnonymousFunctionOperation)operation;
                Lambdas.Add(lambda);
                NoteCaptured(Graph.GetAnonymousFunctionControlFlowGraph(lambda), lambda.Symbol);
                break;
        }
    }

    private void NoteCall(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        Called[method] = Called.TryGetValue(method, out int places) ? places + 1 : 1;
    }

    private void NotePlace(IOperation target)
    {
        if (target is IFlowCaptureReferenceOperation capture)
            PlaceCaptures.Add(capture.Id);
    }

    /// <summary>What a lambda uses of the code around it, nested lambdas included.</summary>
    private void NoteCaptured(ControlFlowGraph function, IMethodSymbol symbol)
    {
        foreach (BasicBlock block in function.Blocks)
        {
            foreach (IOperation operation in OperationsOf(block))
            {
                ISymbol? used = operation switch
                {
                    ILocalReferenceOperation local => local.Local,
                    IParameterReferenceOperation parameter => parameter.Parameter,
                    _ => null,
                };
                if (used is not null && !SymbolEqualityComparer.Default.Equals(used.ContainingSymbol, symbol))
                    Captured.Add(used);
                if (AssignedAgainBy(operation) is { } assigned)
                    _assigned.Add(assigned);
                if (operation is IInvocationOperation { TargetMethod: { } called })
                    NoteFunction(called.OriginalDefinition);
                if (operation is IMethodReferenceOperation { Method: { } handed })
                    NoteFunction(handed.OriginalDefinition);
                if (operation is IFlowAnonymousFunctionOperation nested)
                    NoteCaptured(function.GetAnonymousFunctionControlFlowGraph(nested), nested.Symbol);
            }
        }
    }

    /// <summary>
    /// A local function that is handed on, or called where a lambda runs, is code like that of the lambda; called by this graph itself it is not.
    /// </summary>
    private void NoteFunction(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction && Graph.LocalFunctions.Contains(method) && _functions.Add(method))
            NoteCaptured(Graph.GetLocalFunctionControlFlowGraph(method), method);
    }

    private static bool Handles(ControlFlowRegion region) => region.Kind == ControlFlowRegionKind.Try || region.NestedRegions.Any(Handles);

    [MethodImpl(HotPath.Optimized)]
    private void NoteBackEdge(BasicBlock source, ControlFlowBranch? branch)
    {
        if (branch?.Destination is not { } header || header.Ordinal > source.Ordinal)
            return;
        if (!_assignedInLoop.TryGetValue(header.Ordinal, out List<ISymbol>? symbols))
            _assignedInLoop.Add(header.Ordinal, symbols = new List<ISymbol>());
        for (int i = header.Ordinal; i <= source.Ordinal; i++)
        {
            foreach (IOperation operation in OperationsOf(Graph.Blocks[i]))
            {
                if (AssignedBy(operation) is { } symbol && !symbols.Contains(symbol, SymbolEqualityComparer.Default))
                    symbols.Add(symbol);
            }
        }
    }
}
