using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Puts a full fence behind a store, for what the caller looks at next; outside of locks, for to hold one for a fence is dear.</summary>
internal sealed class FenceBehindFix : BarrierFix
{
    public override EditKind Kind => EditKind.FenceBehind;

    public override string EquivalenceKey => "InsertFullFence";

    public override async Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (Enclosing.Statement(site.Primary) is not ExpressionStatementSyntax statement
            || await BarrierStatement.FullAsync(site, cancellationToken).ConfigureAwait(false) is not { } fence)
        {
            return null;
        }

        var function = Enclosing.Function(statement);
        StatementSyntax last = statement.Ancestors().TakeWhile(ancestor => ancestor != function).OfType<LockStatementSyntax>().LastOrDefault() is { } section
            ? section
            : statement;
        if (last is LockStatementSyntax { Statement: var inside } && Interference.HasExit(inside))
            return null;

        return FencePlacement.Behind(site, last, fence.Statement, cancellationToken) is { } root
            ? new FixResult("Insert a full memory fence", fence.Names.Apply(root))
            : null;
    }
}
