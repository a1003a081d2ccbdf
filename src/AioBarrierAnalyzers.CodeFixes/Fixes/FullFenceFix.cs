using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Puts a full fence between the store and the load.</summary>
internal sealed class FullFenceFix : BarrierFix
{
    public override EditKind Kind => EditKind.FullFence;

    public override string EquivalenceKey => "InsertFullFence";

    public override async Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (await BarrierStatement.FullAsync(site, cancellationToken).ConfigureAwait(false) is not { } fence)
            return null;

        return FencePlacement.Between(site, site.Anchor, site.Primary, fence.Statement, cancellationToken) is { } root
            ? new FixResult("Insert a full memory fence", fence.Names.Apply(root))
            : null;
    }
}
