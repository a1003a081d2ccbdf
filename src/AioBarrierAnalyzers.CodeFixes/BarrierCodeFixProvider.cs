using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Fixes;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AioBarrierAnalyzers.CodeFixes;

/// <summary>Offers the edits that repair a finding. Which they are, the finding itself says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BarrierCodeFixProvider))]
[Shared]
public sealed class BarrierCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        RuleIds.MissingFullFence,
        RuleIds.PublishWithoutRelease,
        RuleIds.PublishBeforePayload,
        RuleIds.ConsumeWithoutAcquire,
        RuleIds.PayloadReadBeforeGuard,
        RuleIds.SlotReleasedTooEarly,
        RuleIds.SpinOnPlain,
        RuleIds.SequenceLockWithoutFence,
        RuleIds.CheckThenSet,
        RuleIds.TestThenClear,
        RuleIds.UpdateInPieces,
        RuleIds.PlainStoreBesideAtomic,
        RuleIds.TornAccess,
        RuleIds.ExchangeWithoutSnapshot,
        RuleIds.ReadTwice,
        RuleIds.UnguardedAccess,
        RuleIds.SplitDecision,
        RuleIds.TornStep,
        RuleIds.BufferSwappedUnderUsers,
        RuleIds.LockNotReleased,
        RuleIds.TornDownBeforeDisconnected,
        RuleIds.ReachableBeforeSetUp,
        RuleIds.RedundantFence);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => BarrierFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var site = await FixSite.CreateAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            if (site is null)
                continue;

            foreach (var fix in FixCatalog.For(diagnostic))
            {
                if (await fix.TryFixAsync(site, context.CancellationToken).ConfigureAwait(false) is { } result)
                {
                    context.RegisterCodeFix(
                        CodeAction.Create(result.Title, _ => Task.FromResult(result.Solution), fix.EquivalenceKey),
                        diagnostic);
                }
            }
        }
    }
}
