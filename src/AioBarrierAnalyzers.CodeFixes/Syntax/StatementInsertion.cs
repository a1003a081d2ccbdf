using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>Puts a statement before or behind another one, wherever that stands.</summary>
internal static class StatementInsertion
{
    public static SyntaxNode Before(SyntaxNode root, StatementSyntax statement, StatementSyntax added)
    {
        if (statement.Parent is LabeledStatementSyntax labeled)
            return BehindLabel(root, labeled, added);
        if (StatementList.Around(statement) is not { } list)
            return root.ReplaceNode(statement, Block(added, statement));

        StatementSyntax moved;
        if (StatementTrivia.StartsLine(statement))
        {
            // Empty lines and directives stay above both; a comment stays with its statement.
            var trivia = statement.GetLeadingTrivia();
            var split = StatementTrivia.InsertionIndex(trivia);
            added = added
                .WithLeadingTrivia(trivia.Take(split).Concat(StatementTrivia.Indentation(statement)))
                .WithTrailingTrivia(StatementTrivia.EndOfLine(root));
            moved = statement.WithLeadingTrivia(trivia.Skip(split));
        }
        else
        {
            added = added.WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
            moved = statement.WithoutLeadingTrivia();
        }

        var index = list.IndexOf(statement);
        return list.ReplaceIn(root, list.Statements.RemoveAt(index).InsertRange(index, new[] { added, moved }));
    }

    public static SyntaxNode Behind(SyntaxNode root, StatementSyntax statement, StatementSyntax added)
    {
        if (statement.Parent is LabeledStatementSyntax labeled)
            statement = labeled;
        if (StatementList.Around(statement) is not { } list)
            return root.ReplaceNode(statement, Block(statement, added));

        StatementSyntax kept;
        if (StatementTrivia.EndsLine(statement))
        {
            added = added.WithLeadingTrivia(StatementTrivia.Indentation(statement)).WithTrailingTrivia(StatementTrivia.EndOfLine(root));
            kept = statement;
        }
        else
        {
            added = added.WithTrailingTrivia(statement.GetTrailingTrivia());
            kept = statement.WithTrailingTrivia(SyntaxFactory.Space);
        }

        var index = list.IndexOf(statement);
        return list.ReplaceIn(root, list.Statements.RemoveAt(index).InsertRange(index, new[] { kept, added }));
    }

    /// <summary>A jump to the label must not pass by the statement.</summary>
    private static SyntaxNode BehindLabel(SyntaxNode root, LabeledStatementSyntax labeled, StatementSyntax added)
    {
        var target = labeled.Statement;
        added = added.WithLeadingTrivia(target.GetLeadingTrivia()).WithTrailingTrivia(StatementTrivia.EndOfLine(root));
        var label = labeled.WithStatement(added);
        if (StatementList.Around(labeled) is not { } list)
            return root.ReplaceNode(labeled, Block(label, target));

        var index = list.IndexOf(labeled);
        target = target.WithLeadingTrivia(StatementTrivia.Indentation(StatementTrivia.StartsLine(target) ? target : labeled));
        return list.ReplaceIn(root, list.Statements.RemoveAt(index).InsertRange(index, new StatementSyntax[] { label, target }));
    }

    private static BlockSyntax Block(params StatementSyntax[] statements) =>
        SyntaxFactory.Block(statements.Select(statement =>
                statement.HasTrailingTrivia ? statement : statement.WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)))
            .WithAdditionalAnnotations(Formatter.Annotation);
}
