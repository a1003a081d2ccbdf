using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Reports when the whole compilation has been seen.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AtCompilationEnd : FieldAnalyzer
{
    protected override void Register(AnalysisContext context) => context.RegisterCompilationStartAction(start =>
    {
        var fields = new ConcurrentBag<IFieldSymbol>();
        start.RegisterSymbolAction(
            symbolContext =>
            {
                if (IsBad(symbolContext.Symbol))
                    fields.Add((IFieldSymbol)symbolContext.Symbol);
            },
            SymbolKind.Field);
        start.RegisterCompilationEndAction(end =>
        {
            foreach (var field in fields)
                end.ReportDiagnostic(Create(field));
        });
    });
}
