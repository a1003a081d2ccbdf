using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Reports the word "bad" in additional files.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InAdditionalFile : FieldAnalyzer
{
    protected override void Register(AnalysisContext context) => context.RegisterAdditionalFileAction(fileContext =>
    {
        var text = fileContext.AdditionalFile.GetText(fileContext.CancellationToken)!;
        var start = text.ToString().IndexOf("bad", StringComparison.Ordinal);
        if (start < 0)
            return;

        var span = new TextSpan(start, 3);
        var location = Location.Create(fileContext.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span));
        fileContext.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], location, "file"));
    });
}
