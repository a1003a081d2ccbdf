using System.Threading.Tasks;
using AioBarrierAnalyzers.Analyzers;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Meta;

public sealed class SelfAnalysisTests
{
    [Fact]
    public async Task Our_own_sources_have_no_finding() =>
        Assert.Empty(await OwnSources.Compilation
            .WithAnalyzers([new BarrierAnalyzer(), new OptionsAnalyzer()], new AnalyzerOptions([]))
            .GetAnalyzerDiagnosticsAsync());
}
