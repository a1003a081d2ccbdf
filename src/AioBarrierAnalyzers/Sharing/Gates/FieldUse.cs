using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>What a use of a field's name does to the field, as far as the syntax tells.</summary>
internal static class FieldUse
{
    /// <summary>True where a field or property is changed by code that runs between construction and disposal.</summary>
    public static bool IsChange(SyntaxToken name) => IsWritten(name) && CodeAround(name) switch
    {
        ConstructorDeclarationSyntax => false,
        MethodDeclarationSyntax method => !IsDisposal(method.Identifier.ValueText),
        _ => true,
    };

    /// <summary>True where a loop goes on until the field says otherwise: a flag that only disposal sets may be another thread's.</summary>
    public static bool IsWaitedFor(SyntaxToken name)
    {
        SyntaxNode? inner = name.Parent;
        for (SyntaxNode? at = inner?.Parent; at is ExpressionSyntax or ArgumentSyntax or StatementSyntax; inner = at, at = at.Parent)
        {
            if (at is StatementSyntax)
                return at switch
                {
                    WhileStatementSyntax loop => loop.Condition == inner,
                    DoStatementSyntax loop => loop.Condition == inner,
                    ForStatementSyntax loop => loop.Condition == inner,
                    _ => false,
                };
        }

        return false;
    }

    /// <summary>True where null is stored.</summary>
    public static bool IsNulled(SyntaxToken name) =>
        Whole(name) is { Parent: AssignmentExpressionSyntax assignment } place && assignment.Left == place && IsNull(assignment.Right);

    /// <summary>True where the value is compared with null, by an operator or a pattern.</summary>
    public static bool IsComparedWithNull(SyntaxToken name) => Whole(name) is { } place && place.Parent switch
    {
        BinaryExpressionSyntax comparison => (comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression)) &&
            (IsNull(comparison.Right) || IsNull(comparison.Left)),
        IsPatternExpressionSyntax => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue" } => true,
        _ => false,
    };

    private static bool IsNull(ExpressionSyntax value)
    {
        while (value is PostfixUnaryExpressionSyntax postfix && postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            value = postfix.Operand;
        return value.IsKind(SyntaxKind.NullLiteralExpression) || value.IsKind(SyntaxKind.DefaultLiteralExpression) ||
            value.IsKind(SyntaxKind.DefaultExpression);
    }

    /// <summary>The name with what leads to it.</summary>
    private static SyntaxNode? Whole(SyntaxToken name)
    {
        SyntaxNode? place = name.Parent;
        while (place?.Parent is MemberAccessExpressionSyntax access && access.Name == place)
            place = access;
        return place;
    }

    private static bool IsWritten(SyntaxToken name)
    {
        SyntaxNode? place = Whole(name);
        return place?.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == place && assignment.Parent is not InitializerExpressionSyntax,
            PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression),
            PostfixUnaryExpressionSyntax or RefExpressionSyntax or TupleExpressionSyntax => true,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            _ => false,
        };
    }

    private static SyntaxNode? CodeAround(SyntaxToken name) => name.Parent!.FirstAncestorOrSelf<SyntaxNode>(
        n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);

    public static bool IsDisposal(string method) => method is "Dispose" or "DisposeAsync" or "DisposeCore" or "DisposeAsyncCore";
}
