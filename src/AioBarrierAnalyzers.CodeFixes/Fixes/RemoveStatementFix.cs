using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Takes a statement away. Its comments stay: what they say about order goes for the barrier beside it.</summary>
internal sealed class RemoveStatementFix : BarrierFix
{
    public override EditKind Kind => EditKind.RemoveStatement;

    public override string EquivalenceKey => "RemoveBarrier";

    public override Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken) => Task.FromResult(TryFix(site));

    private static FixResult? TryFix(FixSite site)
    {
        if (site.Primary.Parent is not ExpressionStatementSyntax removed
            || StatementList.Around(removed) is not { } list
            || list.Owner is CompilationUnitSyntax
            || !StatementTrivia.OwnsLines(removed)
            || StatementTrivia.HasDirectives(removed))
        {
            return null;
        }

        var statements = list.Statements.ToList();
        var at = list.IndexOf(removed);
        statements.RemoveAt(at);
        var comments = StatementTrivia.CommentLines(removed, StatementTrivia.Indentation(removed), StatementTrivia.EndOfLine(site.Root)).ToList();
        SyntaxNode owner;
        if (at < statements.Count)
        {
            var next = statements[at];
            var blank = at == 0 ? default : StatementTrivia.BlankLines(removed);
            if (comments.Count == 0)
                next = at == 0 || blank.Count > 0 ? StatementTrivia.WithoutBlankLines(next) : next;
            statements[at] = next.WithLeadingTrivia(blank.Concat(comments).Concat(next.GetLeadingTrivia()));
            owner = list.With(statements);
        }
        else if (list.Owner is BlockSyntax)
        {
            var block = (BlockSyntax)list.With(statements);
            owner = block.WithCloseBraceToken(block.CloseBraceToken.WithLeadingTrivia(comments.Concat(block.CloseBraceToken.LeadingTrivia)));
        }
        else
        {
            return null;
        }

        return new FixResult("Remove the barrier", NewTrees.Put(site.Document.Project.Solution, site.Document.Id, site.Root.ReplaceNode(list.Owner, owner)));
    }
}
