using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.Sharing.Gates;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Unshared;

/// <summary>
/// Finds atomic and volatile operations on variables that are captured by no lambda and given away by no reference or pointer. One that nobody reads and
/// whose operation gives nothing that is used stays: it is there for the fence that comes with the operation.
/// </summary>
internal sealed class UnsharedTargets
{
    private readonly KnownMembers _known;
    private readonly Dictionary<ISymbol, List<IOperation>> _uses = new(SymbolEqualityComparer.Default);

    /// <summary>What a local was declared with.</summary>
    private readonly Dictionary<ISymbol, IOperation> _sources = new(SymbolEqualityComparer.Default);

    private UnsharedTargets(KnownMembers known, IOperation body)
    {
        _known = known;
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            if (operation is IVariableDeclaratorOperation { Initializer.Value: { } source } declarator)
                _sources[declarator.Symbol] = source;
            if (VariableOf(operation) is not { } variable)
                continue;
            if (!_uses.TryGetValue(variable, out List<IOperation>? uses))
                _uses.Add(variable, uses = new List<IOperation>());
            uses.Add(operation);
        }
    }

    public static IEnumerable<UnsharedTarget> Find(World world)
    {
        LockingCode code = world.Locking;
        foreach (IMethodSymbol method in LocalTargets.Of(world.Type, code.Cancellation))
        {
            if (code.Bodies.Get(method, code.Cancellation) is not { } facts)
                continue;
            var targets = new UnsharedTargets(code.Known, facts.Graph.OriginalOperation);
            foreach (UnsharedTarget target in targets.In(facts.Graph.OriginalOperation))
                yield return target;
        }
    }

    private IEnumerable<UnsharedTarget> In(IOperation body)
    {
        foreach (IInvocationOperation call in body.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            if (TargetOf(call) is not { } target)
                continue;
            IOperation root = target;
            while (root is IFieldReferenceOperation { Instance: { } holder, Field.ContainingType.IsValueType: true })
                root = holder;
            if (VariableOf(root) is { } variable && IsVariable(variable) && _uses[variable].All(u => IsKept(u, variable)) &&
                (IsUsed(call) || _uses[variable].Any(IsRead) || (root != target && IsTakenOut(variable))))
            {
                yield return new UnsharedTarget(call, variable, root != target);
            }
        }
    }

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>It holds the value itself. A parameter of a primary constructor may be a field.</summary>
    private static bool IsVariable(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.RefKind == RefKind.None,
        IParameterSymbol parameter =>
            parameter.RefKind == RefKind.None && parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor },
        _ => false,
    };

    /// <summary>The location that an operation of Interlocked or Volatile works on.</summary>
    private IOperation? TargetOf(IInvocationOperation call) =>
        _known.TryGetEffect(call.TargetMethod, out MemberEffect effect) && effect.Is(MemberTraits.Variable) && effect.LocationParameter >= 0
            ? call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == effect.LocationParameter)?.Value
            : null;

    /// <summary>This use of a variable lets nobody else get at it.</summary>
    private bool IsKept(IOperation use, ISymbol variable)
    {
        if (!SymbolEqualityComparer.Default.Equals(FunctionAround(use),
            variable.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } inner ? inner : null))
        {
            return false;
        }

        IOperation place = PlaceOf(use);
        return place.Parent switch
        {
            IArgumentOperation { Parameter.RefKind: not RefKind.None, Parent: var call } =>
                call is IInvocationOperation invocation && TargetOf(invocation) == place,
            IAddressOfOperation => false,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => false,
            ISimpleAssignmentOperation { IsRef: true } => false,
            IConversionOperation { Type.IsRefLikeType: true } => false,
            _ => true,
        };
    }

    /// <summary>The part of a structure that is meant, or the variable itself.</summary>
    private static IOperation PlaceOf(IOperation use)
    {
        while (use.Parent is IFieldReferenceOperation { Field.ContainingType.IsValueType: true } part && part.Instance == use)
            use = part;
        return use;
    }

    /// <summary>The value is looked at, other than by an atomic operation whose result is not used.</summary>
    private bool IsRead(IOperation use)
    {
        IOperation place = PlaceOf(use);
        return place.Parent switch
        {
            IArgumentOperation { Parameter.RefKind: not RefKind.None, Parent: IInvocationOperation call } => IsUsed(call),
            ISimpleAssignmentOperation assignment => assignment.Target != place,
            _ => true,
        };
    }

    /// <summary>A structure that was copied out of a field or an array: what is done to a part of it was meant for the original.</summary>
    private bool IsTakenOut(ISymbol variable) =>
        _sources.TryGetValue(variable, out IOperation? source) && source is IFieldReferenceOperation or IArrayElementReferenceOperation;

    private static bool IsUsed(IInvocationOperation call) =>
        !call.TargetMethod.ReturnsVoid && call.Parent is not (IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation });

    private static IMethodSymbol? FunctionAround(IOperation operation)
    {
        for (IOperation? at = operation.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation function:
                    return function.Symbol;
            }
        }

        return null;
    }
}
