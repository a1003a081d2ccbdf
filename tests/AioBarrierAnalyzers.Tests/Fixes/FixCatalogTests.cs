using System;
using System.Linq;
using AioBarrierAnalyzers.CodeFixes;
using AioBarrierAnalyzers.CodeFixes.Fixes;
using AioBarrierAnalyzers.Rules;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class FixCatalogTests
{
    [Fact]
    public void EveryEdit_HasAFix() => Assert.Equal(
        Enum.GetValues<EditKind>().Where(kind => kind != EditKind.None), FixCatalog.All.Select(fix => fix.Kind).Distinct().Order());

    [Fact]
    public void EveryKey_IsUniqueWithinItsEdit() => Assert.Equal(
        FixCatalog.All.Length, FixCatalog.All.Select(fix => (fix.Kind, fix.EquivalenceKey)).Distinct().Count());

    [Fact]
    public void EveryFixableId_IsARule() => Assert.Empty(
        new BarrierCodeFixProvider().FixableDiagnosticIds.Except(Descriptors.Descriptors.All.Select(descriptor => descriptor.Id)));

    [Fact]
    public void FixAll_IsSupported() => Assert.NotNull(new BarrierCodeFixProvider().GetFixAllProvider());
}
