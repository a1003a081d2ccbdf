using AioBarrierAnalyzers.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>
/// A bool field at the place where an operation uses it as the int that it is to become; the mark tells that place from the ones still to be rewritten.
/// </summary>
internal sealed class BoolField
{
    private BoolField(ExpressionSyntax markedLocation, SyntaxAnnotation mark)
    {
        MarkedLocation = markedLocation;
        Mark = mark;
    }

    public ExpressionSyntax MarkedLocation { get; }

    public SyntaxAnnotation Mark { get; }

    public static BoolField? Create(ExpressionSyntax location)
    {
        var mark = new SyntaxAnnotation("bool field");
        location = location.WithoutTrivia();
        switch (location)
        {
            case IdentifierNameSyntax name:
                return new BoolField(name.WithAdditionalAnnotations(mark), mark);
            case MemberAccessExpressionSyntax access:
                return new BoolField(access.WithName(access.Name.WithAdditionalAnnotations(mark)), mark);
            default:
                return null;
        }
    }

    public static ExpressionSyntax Literal(bool value) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(value ? 1 : 0));

    /// <summary>The int as the bool that it stands for, or its opposite.</summary>
    public static ExpressionSyntax Test(ExpressionSyntax value, bool isSet)
    {
        var kind = isSet ? SyntaxKind.NotEqualsExpression : SyntaxKind.EqualsExpression;
        return SyntaxFactory.BinaryExpression(
            kind,
            value.WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(isSet ? SyntaxKind.ExclamationEqualsToken : SyntaxKind.EqualsEqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            Literal(false));
    }

    /// <summary>A bool as the int that stands for it.</summary>
    public static ExpressionSyntax FromBool(ExpressionSyntax value)
    {
        var space = SyntaxFactory.Space;
        switch (value.Kind())
        {
            case SyntaxKind.TrueLiteralExpression:
                return Literal(true).WithTriviaFrom(value);
            case SyntaxKind.FalseLiteralExpression:
                return Literal(false).WithTriviaFrom(value);
            default:
                var condition = value is BinaryExpressionSyntax ? value : Expressions.AsOperand(value);

                // An assignment of a constant as a condition looks like a slip for == to the compiler (CS0665).
                if (Expressions.WithoutParentheses(condition) is AssignmentExpressionSyntax)
                    condition = SyntaxFactory.ParseExpression(condition.WithoutTrivia() + " == true");
                return SyntaxFactory.ConditionalExpression(
                    condition.WithTrailingTrivia(space),
                    SyntaxFactory.Token(SyntaxKind.QuestionToken).WithTrailingTrivia(space),
                    Literal(true).WithTrailingTrivia(space),
                    SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(space),
                    Literal(false)).WithTrailingTrivia(value.GetTrailingTrivia());
        }
    }
}
