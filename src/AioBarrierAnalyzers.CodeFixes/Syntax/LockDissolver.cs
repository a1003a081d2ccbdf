using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>Takes away the lock statements on one object from statements that go into a larger one.</summary>
internal sealed class LockDissolver : CSharpSyntaxRewriter
{
    private static readonly SyntaxAnnotation Loose = new("loose");

    private readonly ExpressionSyntax _taken;

    private LockDissolver(ExpressionSyntax taken) => _taken = taken;

    /// <summary>What is left of a statement of a tree; where it was such a lock statement itself, the statements in it.</summary>
    public static IEnumerable<StatementSyntax> Dissolve(StatementSyntax statement, ExpressionSyntax taken) =>
        Splice(new[] { (StatementSyntax)new LockDissolver(taken).Visit(statement) });

    public override SyntaxNode? VisitLockStatement(LockStatementSyntax node)
    {
        var visited = (LockStatementSyntax)base.VisitLockStatement(node)!;
        if (!SyntaxFactory.AreEquivalent(node.Expression, _taken) || node.Statement is not BlockSyntax original || HasNotes(node, original)
            || visited.Statement is not BlockSyntax { Statements.Count: > 0 } block)
        {
            return visited;
        }

        var scope = block.WithTriviaFrom(visited);
        return IsAlone(original) ? scope.WithAdditionalAnnotations(Loose) : scope;
    }

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var visited = (BlockSyntax)base.VisitBlock(node)!;
        return visited.WithStatements(SyntaxFactory.List(Splice(visited.Statements)));
    }

    public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node)
    {
        var visited = (SwitchSectionSyntax)base.VisitSwitchSection(node)!;
        return visited.WithStatements(SyntaxFactory.List(Splice(visited.Statements)));
    }

    // They run later, without the lock that is around them.
    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => node;

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => node;

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) => node;

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) => node;

    /// <summary>Comments that would be lost with the braces.</summary>
    private static bool HasNotes(LockStatementSyntax section, BlockSyntax block) =>
        new[]
            {
                section.LockKeyword.TrailingTrivia, section.CloseParenToken.TrailingTrivia, block.OpenBraceToken.LeadingTrivia,
                block.OpenBraceToken.TrailingTrivia, block.CloseBraceToken.LeadingTrivia,
            }
            .Any(trivia => trivia.Any(StatementTrivia.IsComment)) || block.CloseBraceToken.TrailingTrivia.Any(StatementTrivia.IsComment);

    /// <summary>No name that is declared in the block is declared elsewhere in the function too.</summary>
    private static bool IsAlone(BlockSyntax block)
    {
        var names = new HashSet<string>(block.DescendantNodes().Select(Declared).OfType<string>());
        return names.Count == 0 || Enclosing.Function(block) is not { } function ||
            !function.DescendantNodes().Any(node => !block.Span.Contains(node.Span) && Declared(node) is { } name && names.Contains(name));
    }

    private static string? Declared(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
        ForEachStatementSyntax loop => loop.Identifier.ValueText,
        CatchDeclarationSyntax caught => caught.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<StatementSyntax> Splice(IEnumerable<StatementSyntax> statements)
    {
        foreach (var statement in statements)
        {
            if (statement is not BlockSyntax block || !block.HasAnnotation(Loose))
            {
                yield return statement;
                continue;
            }

            for (var i = 0; i < block.Statements.Count; i++)
            {
                var inner = block.Statements[i];
                yield return i == 0 ? inner.WithLeadingTrivia(block.GetLeadingTrivia().AddRange(StatementTrivia.WithoutBlankLines(inner).GetLeadingTrivia()))
                    : inner;
            }
        }
    }
}
