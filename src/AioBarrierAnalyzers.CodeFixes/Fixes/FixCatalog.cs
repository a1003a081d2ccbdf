using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>All edits, in the order in which they are offered.</summary>
internal static class FixCatalog
{
    public static readonly ImmutableArray<BarrierFix> All = ImmutableArray.Create<BarrierFix>(
        new FullFenceFix(),
        new FenceBehindFix(),
        new InterlockedStoreFix(EditKind.FullFence),
        new InterlockedStoreFix(EditKind.ExchangeStore),
        new VolatileWriteFix(),
        new VolatileReadFix(),
        new DeclareVolatileFix(EditKind.VolatileWrite),
        new DeclareVolatileFix(EditKind.VolatileRead),
        new MoveStoreFix(EditKind.MoveStore),
        new MoveStoreFix(EditKind.MoveSignal),
        new MoveBehindFix(),
        new MoveReadFix(),
        new ReadBarrierFix(),
        new WriteBarrierFix(),
        new ClaimFix(),
        new ClearFix(),
        new WrapInLockFix(),
        new AtomicUpdateFix(),
        new CompareExchangeFix(),
        new AtomicTakeFix(EditKind.AtomicTake),
        new AtomicTakeFix(EditKind.Claim),
        new CopyFirstFix(),
        new SnapshotFix(),
        new ReadOnceFix(),
        new WholeAccessFix(),
        new ReleaseInFinallyFix(),
        new RemoveStatementFix());

    /// <summary>The edits that a diagnostic asks for.</summary>
    public static IEnumerable<BarrierFix> For(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FindingProperties.Edit, out var name) && Enum.TryParse<EditKind>(name, out var kind)
            ? All.Where(fix => fix.Kind == kind)
            : Enumerable.Empty<BarrierFix>();
}
