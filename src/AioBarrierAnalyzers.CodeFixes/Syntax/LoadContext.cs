using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>Tells how an expression is used.</summary>
internal static class LoadContext
{
    /// <summary>A location that is read, and only read, as a value.</summary>
    public static bool IsPlainLoad(ExpressionSyntax expression)
    {
        if (!MayBeLocation(expression))
            return false;

        var used = Expressions.WithParentheses(expression);
        switch (used.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == used:
            case MemberAccessExpressionSyntax access when access.Name == used:
            case RefExpressionSyntax or MakeRefExpressionSyntax or BaseExpressionColonSyntax or NameEqualsSyntax or AttributeArgumentSyntax:
                return false;

            // The name of a part comes from the expression.
            case ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax } or AnonymousObjectMemberDeclaratorSyntax { NameEquals: null }:
                return false;
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } }:
                return false;
            case ArgumentSyntax argument:
                return argument.RefKindKeyword.IsKind(SyntaxKind.None);
            case PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax:
                return !Expressions.IsStep((ExpressionSyntax)used.Parent) && !used.Parent.IsKind(SyntaxKind.AddressOfExpression);
            default:
                return true;
        }
    }

    private static bool MayBeLocation(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax:
                return true;
            case PrefixUnaryExpressionSyntax:
                return expression.IsKind(SyntaxKind.PointerIndirectionExpression);
            case InvocationExpressionSyntax invocation:
                return !ThreadingCall.IsRead(invocation);
            default:
                return false;
        }
    }
}
