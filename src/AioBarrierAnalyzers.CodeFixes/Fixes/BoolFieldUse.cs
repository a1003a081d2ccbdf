using System;
using System.Threading;
using AioBarrierAnalyzers.CodeFixes.Symbols;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>How one use of a bool field looks when the field is an int.</summary>
internal static class BoolFieldUse
{
    /// <summary>The node to replace and what by, or null where the use has no such form.</summary>
    public static (SyntaxNode Node, Func<SyntaxNode, SyntaxNode> Rewrite)? Rewrite(
        FieldReference reference, SemanticModel model, CancellationToken cancellationToken)
    {
        if (reference.Name.Parent is MemberBindingExpressionSyntax)
            return null;

        var use = Expressions.WithParentheses(reference.Access);
        switch (use.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == use:
                return Store(assignment, model, cancellationToken);
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when reference.ByReference is not null:
                switch (ThreadingCall.Name(call, model, cancellationToken))
                {
                    case "Volatile.Read":
                        return Load(call);
                    case "Volatile.Write" when ThreadingCall.Argument(call, 1) is { } value:
                        return (value.Parent!, node => ((ArgumentSyntax)node).WithExpression(BoolField.FromBool(((ArgumentSyntax)node).Expression)));
                    default:
                        return null;
                }

            default:
                return LoadContext.IsPlainLoad(reference.Access) ? Load(use) : null;
        }
    }

    private static (SyntaxNode, Func<SyntaxNode, SyntaxNode>)? Store(
        AssignmentExpressionSyntax assignment, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && !assignment.IsKind(SyntaxKind.OrAssignmentExpression)
            && !assignment.IsKind(SyntaxKind.AndAssignmentExpression) && !assignment.IsKind(SyntaxKind.ExclusiveOrAssignmentExpression))
        {
            return null;
        }

        var isDiscarded = assignment.Parent is ExpressionStatementSyntax or InitializerExpressionSyntax or ForStatementSyntax
            || ExpressionBodies.IsDiscarded(assignment, model, cancellationToken);
        return (assignment, node =>
        {
            var store = (AssignmentExpressionSyntax)node;
            store = store.WithRight(BoolField.FromBool(store.Right));
            return isDiscarded
                ? store
                : InContext(assignment, BoolField.Test(SyntaxFactory.ParenthesizedExpression(store.WithoutTrivia()), isSet: true)).WithTriviaFrom(store);
        });
    }

    private static (SyntaxNode, Func<SyntaxNode, SyntaxNode>)? Load(ExpressionSyntax load)
    {
        load = Expressions.WithParentheses(load);
        if (load.Parent is PrefixUnaryExpressionSyntax not && not.IsKind(SyntaxKind.LogicalNotExpression))
        {
            return (not, node =>
                InContext(not, BoolField.Test(((PrefixUnaryExpressionSyntax)node).Operand.WithoutTrivia(), isSet: false)).WithTriviaFrom(node));
        }

        return (load, node => InContext(load, BoolField.Test(((ExpressionSyntax)node).WithoutTrivia(), isSet: true)).WithTriviaFrom(node));
    }

    /// <summary>A comparison binds weaker than what it replaces; most places do not mind.</summary>
    private static ExpressionSyntax InContext(ExpressionSyntax replaced, ExpressionSyntax comparison)
    {
        switch (replaced.Parent)
        {
            case StatementSyntax or ArgumentSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ParenthesizedExpressionSyntax
                or AnonymousFunctionExpressionSyntax or InterpolationSyntax or InitializerExpressionSyntax or WhenClauseSyntax or CatchFilterClauseSyntax:
            case AssignmentExpressionSyntax assignment when assignment.Right == replaced:
            case ConditionalExpressionSyntax:
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.LogicalAndExpression) || binary.IsKind(SyntaxKind.LogicalOrExpression):
                return comparison;
            default:
                return SyntaxFactory.ParenthesizedExpression(comparison);
        }
    }
}
