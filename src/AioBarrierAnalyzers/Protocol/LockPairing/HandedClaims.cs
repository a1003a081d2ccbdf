using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.Sharing.Gates;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// Finds claims that one member takes and leaves to another, which gives them back in a finally, or as its last step: what that one awaits before may fail, and
/// then nobody gives the claim back. Where any other member could do so, nothing is said.
/// </summary>
internal sealed class HandedClaims
{
    /// <summary>From the member that takes a claim to the one that gives it back, so many calls are followed.</summary>
    private const int MaxCalls = 4;

    private readonly LockingCode _code;
    private readonly INamedTypeSymbol _type;
    private readonly LockActs _acts;
    private readonly Throwers _throwers;

    public HandedClaims(LockingCode code, INamedTypeSymbol type, LockActs acts, Throwers throwers)
    {
        _code = code;
        _type = type;
        _acts = acts;
        _throwers = throwers;
    }

    public IEnumerable<Leak> FindIn(IMethodSymbol method)
    {
        if (!method.IsAsync || method.DeclaredAccessibility != Accessibility.Private ||
            OperationOf(method) is not IMethodBodyOperation { BlockBody.Operations: var statements } ||
            statements.SelectMany(static s => s.DescendantsAndSelf()).FirstOrDefault(MayFail) is not { } cause)
        {
            yield break;
        }

        foreach (IExpressionStatementOperation statement in LastStepsBehind(cause, statements))
        {
            if (_acts.Of(statement.Operation, PairState.Initial) is { Kind: LockActKind.GiveBack, Key.Family: LockFamily.Claim } giveBack &&
                StoresNothing(statement.Operation) && TakenFor(method, giveBack) is { } taken)
            {
                yield return new Leak(LeakKind.CalleeThrows, LockFamily.Claim, taken, giveBack.Target, cause, null);
            }
        }
    }

    /// <summary>What the body does behind the step that may fail: in the finally of its first try, or, where it has none, itself.</summary>
    private static IEnumerable<IExpressionStatementOperation> LastStepsBehind(IOperation cause, ImmutableArray<IOperation> statements)
    {
        IEnumerable<IOperation> behind = statements.SkipWhile(s => !s.Syntax.Span.Contains(cause.Syntax.Span)).Skip(1);
        ITryOperation? first = statements.OfType<ITryOperation>().FirstOrDefault();
        if (first is null)
            return behind.OfType<IExpressionStatementOperation>();
        return first.Finally is { } cleanup && behind.Contains(first) ? cleanup.Operations.OfType<IExpressionStatementOperation>()
            : Enumerable.Empty<IExpressionStatementOperation>();
    }

    private IOperation? OperationOf(IMethodSymbol method) => _code.Bodies.Get(method, _code.Cancellation)?.Graph.OriginalOperation;

    /// <summary>Another member's work is awaited; what merely waits for other threads fails where it is called off, and then often for good.</summary>
    private bool MayFail(IOperation operation) => operation is IAwaitOperation wait && _code.Known.TaskOf(wait.Operation) is IInvocationOperation awaited &&
        !NameMatch.IsWithin(awaited.TargetMethod.ContainingNamespace, "System.Threading") && _throwers.StrengthOf(wait) == ThrowStrength.Strong &&
        operation.Syntax.FirstAncestorOrSelf<SyntaxNode>(n => n is TryStatementSyntax or AnonymousFunctionExpressionSyntax) is null;

    private static bool StoresNothing(IOperation giveBack) =>
        giveBack.Descendants().Any(static o => o.ConstantValue is { HasValue: true, Value: 0 or false });

    /// <summary>Where the claim is taken, by a member that leads to this one; null where it is given back elsewhere too, or taken here.</summary>
    private IOperation? TakenFor(IMethodSymbol method, LockAct giveBack)
    {
        if (giveBack.Target is not IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private } field })
            return null;
        IOperation? taken = null;
        bool leadsHere = false;
        foreach (IMethodSymbol member in DeclaredMethods.With(new[] { field.Name }, _type, _code.Cancellation))
        {
            if (OperationOf(member) is not { } code)
                continue;
            foreach (IOperation use in code.Descendants().Where(o => IsAccessOf(o, field)))
            {
                bool isHere = SymbolEqualityComparer.Default.Equals(member, method);
                LockActKind? kind = _acts.Of(use, PairState.Initial)?.Kind;
                if (kind is null ? !IsRead(use) : kind == LockActKind.TryTake == isHere)
                    return null;
                if (kind != LockActKind.TryTake)
                    continue;
                taken ??= use;
                leadsHere = leadsHere || LeadsTo(method, new[] { member });
            }
        }

        return leadsHere ? taken : null;
    }

    /// <summary>A member of the library reads it; a helper that is given a reference may do anything.</summary>
    private bool IsRead(IOperation use) => use is IInvocationOperation call && _code.Known.TryGetEffect(call.TargetMethod, out _);

    /// <summary>Stores to the field, or hands out a reference to it.</summary>
    private static bool IsAccessOf(IOperation operation, IFieldSymbol field) => operation switch
    {
        ISimpleAssignmentOperation assignment => IsField(assignment.Target, field),
        IInvocationOperation call => call.Arguments.Any(a => a.Parameter?.RefKind is RefKind.Ref or RefKind.Out && IsField(a.Value, field)),
        _ => false,
    };

    private static bool IsField(IOperation place, IFieldSymbol field) =>
        place is IFieldReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Field, field);

    private bool LeadsTo(IMethodSymbol method, IEnumerable<IMethodSymbol> from)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        List<IMethodSymbol> next = from.ToList();
        for (int calls = 0; calls < MaxCalls && next.Count > 0; calls++)
        {
            next = next.Where(seen.Add).Select(OperationOf).Where(c => c is not null).SelectMany(c => c!.Descendants()).Select(CalledBy)
                .Where(m => m is not null && SymbolEqualityComparer.Default.Equals(m.ContainingType, method.ContainingType)).Select(m => m!.OriginalDefinition)
                .ToList();
            if (next.Contains(method, SymbolEqualityComparer.Default))
                return true;
        }

        return false;
    }

    private static IMethodSymbol? CalledBy(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IMethodReferenceOperation reference => reference.Method,
        _ => null,
    };
}
