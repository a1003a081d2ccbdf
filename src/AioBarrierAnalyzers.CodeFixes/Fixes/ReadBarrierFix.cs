using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Accesses.Walk;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Keeps the second look at a version behind the reads of the data.</summary>
internal sealed class ReadBarrierFix : BarrierFix
{
    public override EditKind Kind => EditKind.ReadBarrier;

    public override string EquivalenceKey => "InsertReadBarrier";

    public override async Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (await BarrierStatement.ReadAsync(site, cancellationToken).ConfigureAwait(false) is not { } barrier)
            return null;

        return Place(site, barrier.Statement, cancellationToken) is { } root
            ? new FixResult("Insert a read barrier", barrier.Names.Apply(root))
            : null;
    }

    private static SyntaxNode? Place(FixSite site, StatementSyntax barrier, CancellationToken cancellationToken)
    {
        switch (Enclosing.Statement(site.Primary))
        {
            case null:
                return ExpressionBodies.WithStatementBefore(site.Root, site.Primary, barrier, site.Model, cancellationToken);

            // The condition is evaluated behind the body, and so is the barrier.
            case DoStatementSyntax loop:
                return AtEnd(site, loop.Statement, barrier, cancellationToken);
            case WhileStatementSyntax loop when site.Anchor is { } data && loop.Statement.Span.Contains(data.Span):
                return AtEnd(site, loop.Statement, barrier, cancellationToken);

            // The first evaluation and the others would each need one.
            case WhileStatementSyntax or ForStatementSyntax when site.Anchor is null:
                return null;
            case { } statement when site.Anchor is { } data && statement.Span.Contains(data.Span):
                return null;
            case { } statement:
                return FencePlacement.Before(site, statement, barrier, cancellationToken);
        }
    }

    private static SyntaxNode? AtEnd(FixSite site, StatementSyntax body, StatementSyntax barrier, CancellationToken cancellationToken)
    {
        var last = body is BlockSyntax block ? block.Statements.LastOrDefault() : body;
        return last is null || ControlFlow.AlwaysLeaves(last) ? null : FencePlacement.Behind(site, last, barrier, cancellationToken);
    }
}
