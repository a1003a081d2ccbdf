using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>Edits that leave the rest of the text as it is, and look as if somebody had written them. Several statements are given on lines of their own.</summary>
internal static class Edit
{
    private const string OneLevel = "    ";

    /// <summary>With its lines when nothing else is on them; comments above stay.</summary>
    public static TextChange Remove(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var (first, last) = (text.Lines.GetLineFromPosition(node.SpanStart), text.Lines.GetLineFromPosition(node.Span.End));
        var isAlone = text.ToString(TextSpan.FromBounds(first.Start, node.SpanStart)).Trim().Length == 0
            && text.ToString(TextSpan.FromBounds(node.Span.End, last.End)).Trim().Length == 0;
        return new TextChange(isAlone ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : node.Span, "");
    }

    public static TextChange InsertBefore(SyntaxNode node, string text) =>
        new(new TextSpan(node.SpanStart, 0), $"{At(Indentation(node), text)}\n{Indentation(node)}");

    public static TextChange InsertAfter(SyntaxNode node, string text) =>
        new(new TextSpan(node.Span.End, 0), $"\n{Indentation(node)}{At(Indentation(node), text)}");

    public static TextChange Replace(SyntaxNode node, string text) => new(node.Span, At(Indentation(node), text));

    /// <summary>Each takes the other's place.</summary>
    public static TextChange[] Swap(SyntaxNode first, SyntaxNode second) => [new(first.Span, second.ToString()), new(second.Span, first.ToString())];

    /// <summary>Between two statements of a block, it ends and another begins.</summary>
    /// <param name="statement">The first statement of the other.</param>
    /// <param name="header">What the other begins with.</param>
    /// <param name="last">A statement that is added to the first; null for none.</param>
    public static TextChange SplitBefore(StatementSyntax statement, string header, string? last = null)
    {
        var (inner, outer) = (Indentation(statement), Indentation(statement.Parent!.Parent!));
        var line = statement.SyntaxTree.GetText().Lines.GetLineFromPosition(statement.SpanStart).Start;
        var end = last is null ? "" : $"{inner}{last}\n";
        return new TextChange(TextSpan.FromBounds(line, statement.SpanStart), $"{end}{outer}}}\n\n{outer}{header}\n{outer}{{\n{inner}");
    }

    /// <summary>Statements take the place of a block and what is in front of it.</summary>
    /// <param name="statement">The statement that the block is in.</param>
    /// <param name="first">Comes before what was in the block; null for nothing.</param>
    /// <param name="block">The block.</param>
    /// <param name="changes">What is changed in it.</param>
    /// <param name="last">Comes behind; null for nothing.</param>
    public static TextChange Dissolve(StatementSyntax statement, string? first, BlockSyntax block, TextChange[] changes, string? last)
    {
        var outer = Indentation(statement);
        var inner = TextSpan.FromBounds(block.OpenBraceToken.FullSpan.End, block.CloseBraceToken.FullSpan.Start);
        var inside = changes.OrderBy(c => c.Span.Start).Select(c => new TextChange(new TextSpan(c.Span.Start - inner.Start, c.Span.Length), c.NewText!));
        var text = statement.SyntaxTree.GetText().GetSubText(inner).WithChanges(inside).ToString();
        var lines = text.TrimEnd().Split('\n').Select(line => line.StartsWith(OneLevel, StringComparison.Ordinal) ? line[OneLevel.Length..] : line).ToList();
        if (first is not null) lines.Insert(0, outer + first);
        if (last is not null) lines.Add(outer + last);
        return new TextChange(statement.Span, string.Join('\n', lines).TrimStart());
    }

    /// <summary>Statements to run before the one that an expression is in, where it is then replaced.</summary>
    /// <returns>Null where something else of the statement runs before the expression, or it runs more than once.</returns>
    public static TextChange[]? Hoist(ExpressionSyntax expression, string statements, string replacement)
    {
        switch (expression.FirstAncestorOrSelf<SyntaxNode>(n => n is StatementSyntax or ArrowExpressionClauseSyntax))
        {
            case ArrowExpressionClauseSyntax arrow when arrow.Parent is MethodDeclarationSyntax method:
                var outer = Indentation(method);
                var value = arrow.Expression.ToString().Replace(expression.ToString(), replacement, StringComparison.Ordinal);
                var body = At(outer + OneLevel, $"{statements}\nreturn {value};");
                return [new(TextSpan.FromBounds(method.ParameterList.Span.End, method.SemicolonToken.Span.End), $"\n{outer}{{\n{outer}{OneLevel}{body}\n{outer}}}")];
            case IfStatementSyntax { Parent: BlockSyntax } test when IsFirst(test.Condition, expression):
                return [InsertBefore(test, statements), new(expression.Span, replacement)];
            case LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } initial }] } local when IsFirst(initial, expression):
                return [InsertBefore(local, statements), new(expression.Span, replacement)];
            case ExpressionStatementSyntax { Parent: BlockSyntax } statement when statement.Expression == expression:
                return [Replace(statement, statements)];
            default:
                return null;
        }
    }

    private static string At(string indentation, string text) => text.Replace("\n", "\n" + indentation, StringComparison.Ordinal);

    private static string Indentation(SyntaxNode node)
    {
        var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line[..(line.Length - line.TrimStart().Length)];
    }

    private static bool IsFirst(ExpressionSyntax whole, ExpressionSyntax part) =>
        whole == part || (whole is BinaryExpressionSyntax binary && !binary.IsKind(SyntaxKind.CoalesceExpression) && IsFirst(binary.Left, part))
        || (whole is CastExpressionSyntax cast && IsFirst(cast.Expression, part))
        || (whole is PrefixUnaryExpressionSyntax unary && IsFirst(unary.Operand, part));
}
