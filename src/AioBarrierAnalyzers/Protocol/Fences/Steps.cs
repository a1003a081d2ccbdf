using System.Collections.Generic;
using AioBarrierAnalyzers.Accesses.Walk;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Fences;

/// <summary>
/// Tells of each operation of one body whether it can touch memory that others may see. What is not known to be inert is an access: a barrier may be
/// called needless only where that is beyond doubt.
/// </summary>
internal sealed class Steps
{
    private readonly KnownMembers _known;
    private readonly GraphFacts _facts;
    private readonly IMethodSymbol _function;

    public Steps(KnownMembers known, GraphFacts facts, IMethodSymbol function)
    {
        _known = known;
        _facts = facts;
        _function = function;
    }

    /// <summary>The operations of a block with all their parts, in the order in which they are done.</summary>
    public static List<IOperation> In(BasicBlock block)
    {
        var steps = new List<IOperation>();
        foreach (IOperation operation in block.Operations)
            Add(operation, steps);
        if (block.BranchValue is { } value)
            Add(value, steps);
        return steps;
    }

    public Step Of(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                return OfCall(call);
            case ISimpleAssignmentOperation assignment:
                return assignment.IsRef || IsOwn(assignment.Target) ? Step.Inert : Step.Access;
            case ICompoundAssignmentOperation { OperatorMethod: null } compound:
                return IsOwn(compound.Target) ? Step.Inert : Step.Access;
            case IIncrementOrDecrementOperation { OperatorMethod: null } increment:
                return IsOwn(increment.Target) ? Step.Inert : Step.Access;
            case IFieldReferenceOperation field:
                return field.Field.IsConst || IsFixed(field) || IsPlace(field) ? Step.Inert : Step.Access;
            case ILocalReferenceOperation or IParameterReferenceOperation:
                return IsOwn(operation) || IsPlace(operation) ? Step.Inert : Step.Access;
            case IArrayElementReferenceOperation:
                return IsPlace(operation) ? Step.Inert : Step.Access;
            case IBinaryOperation { OperatorMethod: null, Type.SpecialType: not SpecialType.System_String } or IUnaryOperation { OperatorMethod: null } or
                IConversionOperation { OperatorMethod: null } or ILiteralOperation or IDefaultValueOperation or IInstanceReferenceOperation or
                IFlowCaptureOperation or IFlowCaptureReferenceOperation or IExpressionStatementOperation or IArgumentOperation or IDiscardOperation or
                IIsNullOperation or ITypeOfOperation or ISizeOfOperation or INameOfOperation or IFlowAnonymousFunctionOperation or IDelegateCreationOperation:
                return Step.Inert;
            default:
                return Step.Access;
        }
    }

    private Step OfCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (_known.TryGetEffect(method, call.Instance?.Type, out MemberEffect effect))
        {
            return effect.Role switch
            {
                MemberRole.Fence when !effect.IsProcessWide => Step.Fence(effect.Action.Ordering),
                MemberRole.ReadModifyWrite when effect.Action == MemoryAction.Atomic && effect.Is(MemberTraits.Variable) => Step.Fence(Ordering.Full),
                _ => Step.Access,
            };
        }

        bool isKnownCode = method.DeclaringSyntaxReferences.Length > 0 && !method.IsVirtual && !method.IsAbstract && !method.IsOverride && !method.IsAsync &&
            method.MethodKind is MethodKind.Ordinary && method.ContainingType.TypeKind is TypeKind.Class or TypeKind.Struct;
        return isKnownCode ? Step.Call(method) : Step.Access;
    }

    /// <summary>A variable that nobody else has, named to be read or written itself.</summary>
    private bool IsOwn(IOperation place) => place switch
    {
        ILocalReferenceOperation local => local.Local.RefKind == RefKind.None && IsOwn(local.Local),
        IParameterReferenceOperation parameter => parameter.Parameter.RefKind == RefKind.None && IsOwn(parameter.Parameter),
        IDiscardOperation => true,
        _ => false,
    };

    private bool IsOwn(ISymbol variable) => !_facts.Captured.Contains(variable) && SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, _function);

    /// <summary>A field of the object itself, or a static one, that has its value for good.</summary>
    private bool IsFixed(IFieldReferenceOperation field) =>
        field.Field.IsReadOnly && field.Instance is null or IInstanceReferenceOperation &&
        _function.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor);

    /// <summary>
    /// Only where it is, is asked here: it is given by reference, is what is assigned to, or leads to a part of a struct of which that holds.
    /// </summary>
    private static bool IsPlace(IOperation operation) => operation.Parent switch
    {
        IArgumentOperation argument => argument.Parameter is { RefKind: not RefKind.None },
        ISimpleAssignmentOperation assignment => assignment.IsRef || assignment.Target == operation,
        ICompoundAssignmentOperation compound => compound.Target == operation,
        IIncrementOrDecrementOperation increment => increment.Target == operation,
        IAddressOfOperation => true,
        IFieldReferenceOperation { Field.ContainingType.IsValueType: true } part => part.Instance == operation && IsPlace(part),
        _ => false,
    };

    private static void Add(IOperation operation, List<IOperation> into)
    {
        if (operation is not IFlowAnonymousFunctionOperation)
        {
            foreach (IOperation child in operation.ChildOperations)
                Add(child, into);
        }

        into.Add(operation);
    }
}
