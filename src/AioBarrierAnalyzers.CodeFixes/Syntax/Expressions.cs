using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>Questions about expressions that decide whether they may be moved, repeated or taken apart.</summary>
internal static class Expressions
{
    public static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        return expression;
    }

    /// <summary>The expression with the parentheses around it.</summary>
    public static ExpressionSyntax WithParentheses(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized;
        return expression;
    }

    /// <summary>
    /// Evaluating it has no effect and it may be evaluated earlier, later or twice. Getters count as reads; of calls only the reads of Volatile and nameof do.
    /// </summary>
    public static bool IsPure(SyntaxNode node) => node.DescendantNodesAndSelf().All(IsPurePart);

    /// <summary>The same location, if the names in both mean the same.</summary>
    public static bool SameLocation(ExpressionSyntax left, ExpressionSyntax right) =>
        SyntaxFactory.AreEquivalent(WithoutThis(left), WithoutThis(right), topLevel: false);

    /// <summary>May be an argument behind one that is passed by reference: a reference does not survive an await, and a throw is no argument.</summary>
    public static bool MayFollowReference(ExpressionSyntax value) =>
        !value.DescendantNodesAndSelf().Any(node => node is AwaitExpressionSyntax or ThrowExpressionSyntax);

    /// <summary>Needs parentheses as an operand of an arithmetic operator.</summary>
    public static ExpressionSyntax AsOperand(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax:
            case NameSyntax:
            case MemberAccessExpressionSyntax:
            case InvocationExpressionSyntax:
            case ElementAccessExpressionSyntax:
            case ParenthesizedExpressionSyntax:
            case BaseObjectCreationExpressionSyntax:
            case InstanceExpressionSyntax:
            case PostfixUnaryExpressionSyntax:
            case PrefixUnaryExpressionSyntax:
            case CastExpressionSyntax:
            case CheckedExpressionSyntax:
            case DefaultExpressionSyntax:
            case SizeOfExpressionSyntax:
                return expression;
            default:
                return SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia()).WithTriviaFrom(expression);
        }
    }

    /// <summary>++ or --, before or behind.</summary>
    public static bool IsStep(ExpressionSyntax expression) =>
        expression.IsKind(SyntaxKind.PreIncrementExpression) || expression.IsKind(SyntaxKind.PreDecrementExpression)
        || expression.IsKind(SyntaxKind.PostIncrementExpression) || expression.IsKind(SyntaxKind.PostDecrementExpression);

    /// <summary>The symbol of a field, whichever way it is reached.</summary>
    public static IFieldSymbol? Field(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(WithoutParentheses(expression), cancellationToken).Symbol as IFieldSymbol;

    private static bool IsPurePart(SyntaxNode node)
    {
        switch (node)
        {
            case InvocationExpressionSyntax invocation:
                return ThreadingCall.IsRead(invocation) || invocation.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" };
            case AssignmentExpressionSyntax:
            case BaseObjectCreationExpressionSyntax:
            case AnonymousObjectCreationExpressionSyntax:
            case AwaitExpressionSyntax:
            case ThrowExpressionSyntax:
            case DeclarationExpressionSyntax:
            case AnonymousFunctionExpressionSyntax:
            case SingleVariableDesignationSyntax:
            case QueryExpressionSyntax:
            case StackAllocArrayCreationExpressionSyntax:
                return false;
            case PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax:
                return !IsStep((ExpressionSyntax)node);
            case ArgumentSyntax argument:
                return !argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword);
            default:
                return true;
        }
    }

    private static ExpressionSyntax WithoutThis(ExpressionSyntax expression) =>
        WithoutParentheses(expression) is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access
            ? access.Name
            : WithoutParentheses(expression);
}
