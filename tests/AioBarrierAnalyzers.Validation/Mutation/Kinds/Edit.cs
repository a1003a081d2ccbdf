using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>Edits that leave the rest of the text as it is.</summary>
internal static class Edit
{
    /// <summary>Without its comments, which stay.</summary>
    public static TextChange Remove(SyntaxNode node) => new(node.Span, "");

    public static TextChange InsertBefore(SyntaxNode node, string text) => new(new TextSpan(node.SpanStart, 0), text);

    public static TextChange InsertAfter(SyntaxNode node, string text) => new(new TextSpan(node.Span.End, 0), text);

    /// <summary>Each takes the other's place.</summary>
    public static TextChange[] Swap(SyntaxNode first, SyntaxNode second) => [new(first.Span, second.ToString()), new(second.Span, first.ToString())];

    /// <summary>Statements to run before the one that an expression is in, which is then replaced.</summary>
    /// <returns>Null where something else of the statement runs before the expression, or it runs more than once.</returns>
    public static TextChange[]? Hoist(ExpressionSyntax expression, string statements, string replacement)
    {
        switch (expression.FirstAncestorOrSelf<SyntaxNode>(n => n is StatementSyntax or ArrowExpressionClauseSyntax))
        {
            case ArrowExpressionClauseSyntax arrow when arrow.Parent is MethodDeclarationSyntax method:
                var value = arrow.Expression.ToString().Replace(expression.ToString(), replacement);
                return [new(TextSpan.FromBounds(arrow.SpanStart, method.SemicolonToken.Span.End), $"{{ {statements} return {value}; }}")];
            case IfStatementSyntax { Parent: BlockSyntax } test when IsFirst(test.Condition, expression):
                return [InsertBefore(test, statements + " "), new(expression.Span, replacement)];
            case LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } initial }] } local when IsFirst(initial, expression):
                return [InsertBefore(local, statements + " "), new(expression.Span, replacement)];
            case ExpressionStatementSyntax { Parent: BlockSyntax } statement when statement.Expression == expression:
                return [new(statement.Span, statements)];
            default:
                return null;
        }
    }

    private static bool IsFirst(ExpressionSyntax whole, ExpressionSyntax part) =>
        whole == part || (whole is BinaryExpressionSyntax binary && !binary.IsKind(SyntaxKind.CoalesceExpression) && IsFirst(binary.Left, part))
        || (whole is CastExpressionSyntax cast && IsFirst(cast.Expression, part))
        || (whole is PrefixUnaryExpressionSyntax unary && IsFirst(unary.Operand, part));
}
