using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Tests.Options;

/// <summary>Options of a compilation: global ones, and for each file a new object, as the compiler makes them.</summary>
internal sealed class FileOptionsProvider(AnalyzerConfigOptions global, Func<string, AnalyzerConfigOptions> ofFile) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions => global;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => ofFile(tree.FilePath);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new DictionaryOptions();
}
