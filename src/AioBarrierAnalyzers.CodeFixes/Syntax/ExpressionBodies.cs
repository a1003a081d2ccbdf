using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>Functions whose body is one expression.</summary>
internal static class ExpressionBodies
{
    /// <summary>Gives the function a block in which a statement stands before its expression, or null where it cannot have one.</summary>
    public static SyntaxNode? WithStatementBefore(
        SyntaxNode root, ExpressionSyntax inside, StatementSyntax added, SemanticModel model, CancellationToken cancellationToken) =>
        WithStatementBefore(root, inside, added, static body => body, model, cancellationToken);

    /// <summary>The same, with the expression changed.</summary>
    public static SyntaxNode? WithStatementBefore(
        SyntaxNode root, ExpressionSyntax inside, StatementSyntax added, Func<ExpressionSyntax, ExpressionSyntax> change, SemanticModel model,
        CancellationToken cancellationToken)
    {
        if (Enclosing.Function(inside) is not { } function
            || Body(function) is not { } body
            || !body.Span.Contains(inside.Span)
            || ReturnsValue(function, model, cancellationToken) is not { } returnsValue)
        {
            return null;
        }

        var changedBody = change(body).WithoutTrivia();
        StatementSyntax last = returnsValue ? SyntaxFactory.ReturnStatement(changedBody) : SyntaxFactory.ExpressionStatement(changedBody);
        var block = SyntaxFactory.Block(added.WithTrailingTrivia(SyntaxFactory.ElasticLineFeed), last).WithAdditionalAnnotations(Formatter.Annotation);
        return WithBlock(function, block) is { } changed ? root.ReplaceNode(function, changed.WithTriviaFrom(function)) : null;
    }

    /// <summary>Gives the function a block in which its expression stands in a larger statement, or null where it cannot have one.</summary>
    public static SyntaxNode? InStatement(
        SyntaxNode root, ExpressionSyntax inside, Func<StatementSyntax, StatementSyntax> wrap, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Enclosing.Function(inside) is not { } function
            || Body(function) is not { } body
            || !body.Span.Contains(inside.Span)
            || function.ContainsDirectives
            || body.DescendantNodesAndSelf().Any(node => node is AwaitExpressionSyntax or RefExpressionSyntax)
            || ReturnsValue(function, model, cancellationToken) is not { } returnsValue)
        {
            return null;
        }

        StatementSyntax only = returnsValue ? SyntaxFactory.ReturnStatement(body.WithoutTrivia()) : SyntaxFactory.ExpressionStatement(body.WithoutTrivia());
        var block = SyntaxFactory.Block(wrap(only)).WithAdditionalAnnotations(Formatter.Annotation);
        return WithBlock(function, block) is { } changed ? root.ReplaceNode(function, changed.WithTriviaFrom(function)) : null;
    }

    /// <summary>The value of the expression is used by nobody.</summary>
    public static bool IsDiscarded(ExpressionSyntax body, SemanticModel model, CancellationToken cancellationToken) =>
        Enclosing.Function(body) is { } function && Body(function) == body && ReturnsValue(function, model, cancellationToken) == false;

    private static ExpressionSyntax? Body(SyntaxNode function)
    {
        switch (function)
        {
            case MethodDeclarationSyntax method:
                return method.ExpressionBody?.Expression;
            case ConstructorDeclarationSyntax constructor:
                return constructor.ExpressionBody?.Expression;
            case LocalFunctionStatementSyntax local:
                return local.ExpressionBody?.Expression;
            case AccessorDeclarationSyntax accessor:
                return accessor.ExpressionBody?.Expression;
            case PropertyDeclarationSyntax property:
                return property.ExpressionBody?.Expression;
            case AnonymousFunctionExpressionSyntax lambda:
                return lambda.ExpressionBody;
            default:
                return null;
        }
    }

    private static SyntaxNode? WithBlock(SyntaxNode function, BlockSyntax block)
    {
        switch (function)
        {
            case MethodDeclarationSyntax method:
                return method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block);
            case LocalFunctionStatementSyntax local:
                return local.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block);
            case AccessorDeclarationSyntax accessor:
                return accessor.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block);
            case PropertyDeclarationSyntax property:
                return property.WithExpressionBody(null).WithSemicolonToken(default)
                    .WithAccessorList(SyntaxFactory.AccessorList(SyntaxFactory.SingletonList(
                        SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, block))).WithAdditionalAnnotations(Formatter.Annotation));
            case LambdaExpressionSyntax lambda:
                return lambda.WithBody(block);
            default:
                return null;
        }
    }

    private static bool? ReturnsValue(SyntaxNode function, SemanticModel model, CancellationToken cancellationToken)
    {
        var symbol = function is AnonymousFunctionExpressionSyntax
            ? model.GetSymbolInfo(function, cancellationToken).Symbol
            : model.GetDeclaredSymbol(function, cancellationToken);
        switch (symbol)
        {
            case IPropertySymbol property:
                return !property.ReturnsByRef && !property.ReturnsByRefReadonly ? true : null;
            case IMethodSymbol method when method.ReturnsByRef || method.ReturnsByRefReadonly:
                return null;
            case IMethodSymbol method:
                return !method.ReturnsVoid && !(method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });
            default:
                return null;
        }
    }
}
