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
        if (expression is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or PrefixUnaryExpressionSyntax or InvocationExpressionSyntax))
            return false;
        if (expression is PrefixUnaryExpressionSyntax && !expression.IsKind(SyntaxKind.PointerIndirectionExpression))
            return false;
        if (expression is InvocationExpressionSyntax invocation && ThreadingCall.IsRead(invocation))
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
            case PrefixUnaryExpressionSyntax prefix:
                return !prefix.IsKind(SyntaxKind.PreIncrementExpression) && !prefix.IsKind(SyntaxKind.PreDecrementExpression) && !prefix.IsKind(SyntaxKind.AddressOfExpression);
            case PostfixUnaryExpressionSyntax postfix:
                return postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression);
            default:
                return true;
        }
    }
}
