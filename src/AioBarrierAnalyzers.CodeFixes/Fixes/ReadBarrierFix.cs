using System.Threading;
using System.Threading.Tasks;
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
            // The condition is evaluated behind the body, and so is the barrier.
            case DoStatementSyntax { Statement: BlockSyntax { Statements: { Count: > 0 } statements } }:
                return FencePlacement.Behind(site, statements[statements.Count - 1], barrier, cancellationToken);
            case DoStatementSyntax loop:
                return FencePlacement.Behind(site, loop.Statement, barrier, cancellationToken);

            // The first evaluation and the others would each need one.
            case WhileStatementSyntax or ForStatementSyntax when site.Anchor is null:
                return null;
            default:
                return FencePlacement.Between(site, site.Anchor, site.Primary, barrier, cancellationToken);
        }
    }
}
