using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.Sharing.Gates;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// Finds permits that a member takes for what it makes and returns, and that come back with that: by a lease which is given the way back, or by the member that
/// takes the product in again. Where a step between fails there is no product, and the permit is gone.
/// </summary>
internal sealed class LeasedPermits
{
    private static readonly string[] Gives = { ".Release(" };

    private readonly LockingCode _code;
    private readonly INamedTypeSymbol _type;
    private readonly LockActs _acts;
    private readonly Throwers _throwers;

    public LeasedPermits(LockingCode code, INamedTypeSymbol type, LockActs acts, Throwers throwers)
    {
        _code = code;
        _type = type;
        _acts = acts;
        _throwers = throwers;
    }

    public IEnumerable<Leak> FindIn(IMethodSymbol method)
    {
        if (OperationOf(method) is not IMethodBodyOperation { BlockBody.Operations: { Length: > 2 } statements } ||
            statements[statements.Length - 1] is not IReturnOperation { ReturnedValue: { } product })
        {
            yield break;
        }

        for (int i = 0; i < statements.Length - 1; i++)
        {
            if ((TakenBy(statements[i]) ?? TakenByHelper(statements[i])) is not
                ({ } taken, IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private } field } permits))
            {
                continue;
            }

            List<IOperation> behind = statements.Skip(i + 1).SelectMany(static s => s.DescendantsAndSelf()).ToList();
            if (!behind.Any(o => IsField(o, field) && !product.Syntax.Span.Contains(o.Syntax.Span)) && behind.OfType<IReturnOperation>().Count() == 1 &&
                behind.FirstOrDefault(MayFail) is { } cause && ComesBackWith(product, field, method))
            {
                yield return new Leak(LeakKind.CalleeThrows, LockFamily.Semaphore, taken, permits, cause, null);
            }
        }
    }

    private IOperation? OperationOf(IMethodSymbol method) => _code.Bodies.Get(method, _code.Cancellation)?.Graph.OriginalOperation;

    /// <summary>The same, where the statement calls a helper that does nothing else.</summary>
    private (IOperation Taken, IOperation Permits)? TakenByHelper(IOperation statement) =>
        statement is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod: var helper } call } &&
        helper.DeclaredAccessibility == Accessibility.Private && SymbolEqualityComparer.Default.Equals(helper.ContainingType, _type) &&
        OperationOf(helper) is IMethodBodyOperation { BlockBody.Operations: { Length: 1 } only } && TakenBy(only[0]) is var (_, permits)
            ? (call, permits)
            : null;

    /// <summary>The wait that a statement is; or the one of which it asks whether it failed, and then leaves.</summary>
    private (IOperation Taken, IOperation Permits)? TakenBy(IOperation statement)
    {
        (IOperation? waiting, LockActKind kind) = statement switch
        {
            IExpressionStatementOperation { Operation: var operation } => (operation, LockActKind.Take),
            IConditionalOperation { WhenFalse: null, Condition: IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var asked } } condition
                when condition.WhenTrue.DescendantsAndSelf().Any(static o => o is IThrowOperation or IReturnOperation) => (asked, LockActKind.TryTake),
            _ => (null, LockActKind.Take),
        };
        foreach (IOperation operation in waiting?.DescendantsAndSelf() ?? Enumerable.Empty<IOperation>())
        {
            if (_acts.Of(operation, PairState.Initial) is { Key.Family: LockFamily.Semaphore } act && act.Kind == kind)
                return (operation, act.Target);
        }

        return null;
    }

    /// <summary>Other code is run, or its work awaited; what merely waits for other threads fails where it is called off.</summary>
    private bool MayFail(IOperation operation) =>
        (operation is IAwaitOperation wait ? !WaitsForThreads(_code.Known.TaskOf(wait.Operation)) : operation is IInvocationOperation) &&
        _throwers.StrengthOf(operation) == ThrowStrength.Strong &&
        operation.Syntax.FirstAncestorOrSelf<SyntaxNode>(n => n is TryStatementSyntax or AnonymousFunctionExpressionSyntax) is null;

    private static bool WaitsForThreads(IOperation? awaited) =>
        awaited is not IInvocationOperation call || NameMatch.IsWithin(call.TargetMethod.ContainingNamespace, "System.Threading");

    /// <summary>Whoever has the product has the way to give the permit back, and nobody else does.</summary>
    private bool ComesBackWith(IOperation product, IFieldSymbol field, IMethodSymbol method)
    {
        while (product is IConversionOperation conversion)
            product = conversion.Operand;
        List<IMethodSymbol> givers = DeclaredMethods.With(Gives, _type, _code.Cancellation).Where(m => GivesBack(m, field)).ToList();
        if (givers.Exists(g => DeclaredMethods.Mentions(g, new[] { method.Name + "(", method.Name + "<" }, _code.Cancellation)))
            return false;
        if (product is IObjectCreationOperation { Constructor: { } constructor } lease)
        {
            return lease.Arguments.Any(a => a.Value.DescendantsAndSelf().Any(o => o switch
            {
                IInstanceReferenceOperation { IsImplicit: false } => givers.Count > 0,
                IFieldReferenceOperation given => IsField(given, field) && DeclaredMethods.Mentions(constructor.ContainingType, Gives, _code.Cancellation),
                _ => false,
            }));
        }

        return product.Type is { IsReferenceType: true } type &&
            givers.Exists(g => g.Parameters.Any(p => SymbolEqualityComparer.Default.Equals(p.Type, type)));
    }

    private bool GivesBack(IMethodSymbol method, IFieldSymbol field) => OperationOf(method)?.Descendants().Any(o =>
        _acts.Of(o, PairState.Initial) is { Kind: LockActKind.GiveBack, Target: var target } && IsField(target, field)) == true;

    private static bool IsField(IOperation place, IFieldSymbol field) =>
        place is IFieldReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Field.OriginalDefinition, field.OriginalDefinition);
}
