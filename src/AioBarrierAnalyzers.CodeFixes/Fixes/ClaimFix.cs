using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>
/// Tests and sets a flag in one step. What was stored between test and set is stored before the step: whoever sees the flag set relies on it, whether or
/// not this caller is the one who set it.
/// </summary>
internal sealed class ClaimFix : BarrierFix
{
    public override EditKind Kind => EditKind.Claim;

    public override string EquivalenceKey => "ClaimAtomically";

    public override async Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Anchor is null
            || StoreShape.Parse(site.Anchor, site.Model, cancellationToken) is not { } store
            || FlagTest.Parse(site.Primary, site.Model, cancellationToken) is not { } flag
            || TestAndStore.Parse(flag, store) is not { Test: IfStatementSyntax test } shape
            || ClaimPayload.Parse(shape, flag, site.Model, cancellationToken) is not { } payload
            || await AtomicTest.CreateAsync(site, flag, store, shape.ProceedsWhenTrue, cancellationToken).ConfigureAwait(false) is not { } atomic)
        {
            return null;
        }

        var comments = StatementTrivia.CommentLines(shape.Store, StatementTrivia.Indentation(test), StatementTrivia.EndOfLine(site.Root)).ToList();
        if (comments.Count > 0 && !StatementTrivia.StartsLine(test))
            return null;

        var claim = new ClaimRewrite(site, shape, test, payload, atomic, comments);
        return (shape.IsGuard ? claim.Guard() : claim.Branch()) is { } root
            ? await FlagResult.CreateAsync("Test and set", site, store, atomic, atomic.Names.Apply(root), cancellationToken).ConfigureAwait(false)
            : null;
    }
}
