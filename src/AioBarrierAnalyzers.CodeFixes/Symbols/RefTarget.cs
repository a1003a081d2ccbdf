using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Symbols;

/// <summary>Tells whether `ref` can stand before an expression.</summary>
internal static class RefTarget
{
    public static RefAccess AccessTo(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        expression = Expressions.WithoutParentheses(expression);
        switch (expression)
        {
            case PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.PointerIndirectionExpression):
                return RefAccess.ReadWrite;
            case ElementAccessExpressionSyntax element when model.GetTypeInfo(element.Expression, cancellationToken).Type is IPointerTypeSymbol:
                return RefAccess.ReadWrite;
            case ElementAccessExpressionSyntax element when model.GetTypeInfo(element.Expression, cancellationToken).Type is IArrayTypeSymbol:
                return element.ArgumentList.Arguments.Any(argument => argument.Expression is RangeExpressionSyntax) ? RefAccess.None : RefAccess.ReadWrite;
            case ThisExpressionSyntax:
                return ThisOf(expression, model, cancellationToken);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax:
                return OfSymbol(model.GetSymbolInfo(expression, cancellationToken).Symbol, expression, model, cancellationToken);
            default:
                return RefAccess.None;
        }
    }

    private static RefAccess OfSymbol(ISymbol? symbol, ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (symbol)
        {
            case ILocalSymbol local:
                return local.IsConst || local.IsForEach || local.IsUsing || local.IsFixed ? RefAccess.None : OfReference(local.RefKind, RefAccess.ReadWrite);
            case IParameterSymbol parameter:
                return OfReference(parameter.RefKind, RefAccess.ReadWrite);
            case IPropertySymbol property:
                return OfReference(property.RefKind, RefAccess.None);
            case IMethodSymbol method:
                return OfReference(method.RefKind, RefAccess.None);
            case IFieldSymbol field:
                return OfField(field, expression, model, cancellationToken);
            default:
                return RefAccess.None;
        }
    }

    private static RefAccess OfField(IFieldSymbol field, ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        if (field.IsConst || field.IsFixedSizeBuffer)
            return RefAccess.None;

        var own = field.IsReadOnly ? RefAccess.ReadOnly : RefAccess.ReadWrite;
        if (field.IsStatic || field.ContainingType.IsReferenceType)
            return own;

        // A field of a struct is as writable as the struct it is reached through.
        var receiver = RefAccess.None;
        switch (expression)
        {
            case IdentifierNameSyntax:
                receiver = ThisOf(expression, model, cancellationToken);
                break;
            case MemberAccessExpressionSyntax access when access.IsKind(SyntaxKind.PointerMemberAccessExpression):
                receiver = RefAccess.ReadWrite;
                break;
            case MemberAccessExpressionSyntax access:
                receiver = AccessTo(access.Expression, model, cancellationToken);
                break;
        }

        return receiver < own ? receiver : own;
    }

    private static RefAccess ThisOf(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        var symbol = model.GetEnclosingSymbol(node.SpanStart, cancellationToken);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
            symbol = symbol.ContainingSymbol;
        if (symbol?.ContainingType is not { IsValueType: true } type)
            return RefAccess.None;

        return type.IsReadOnly || symbol is IMethodSymbol { IsReadOnly: true } ? RefAccess.ReadOnly : RefAccess.ReadWrite;
    }

    // RefKind.In and RefReadOnly have one value; 4 is the `ref readonly` parameter of later compilers.
    private static RefAccess OfReference(RefKind kind, RefAccess byValue)
    {
        switch (kind)
        {
            case RefKind.None:
                return byValue;
            case RefKind.Ref or RefKind.Out:
                return RefAccess.ReadWrite;
            default:
                return RefAccess.ReadOnly;
        }
    }
}
