using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Reports each field twice, with two messages.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TwiceAtOnce : FieldAnalyzer
{
    protected override void Register(AnalysisContext context) => context.RegisterSymbolAction(
        symbolContext =>
        {
            var field = symbolContext.Symbol;
            symbolContext.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], field.Locations[0], field.Name + "1"));
            symbolContext.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], field.Locations[0], field.Name + "2"));
        },
        SymbolKind.Field);
}
