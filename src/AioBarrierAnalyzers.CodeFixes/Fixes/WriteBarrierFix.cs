using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Keeps the stores of the data behind the first store of the version.</summary>
internal sealed class WriteBarrierFix : BarrierFix
{
    public override EditKind Kind => EditKind.WriteBarrier;

    public override string EquivalenceKey => "InsertWriteBarrier";

    public override async Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        var statement = Enclosing.Statement(site.Primary);
        if (statement is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax)
            || await BarrierStatement.WriteAsync(site, cancellationToken).ConfigureAwait(false) is not { } barrier)
        {
            return null;
        }

        return FencePlacement.Behind(site, statement, barrier.Statement, cancellationToken) is { } root
            ? new FixResult("Insert a write barrier", barrier.Names.Apply(root))
            : null;
    }
}
