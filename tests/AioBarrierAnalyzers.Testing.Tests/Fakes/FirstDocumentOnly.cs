using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Reports in whichever document comes first.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FirstDocumentOnly : FieldAnalyzer
{
    protected override void Register(AnalysisContext context) => context.RegisterSymbolAction(
        symbolContext =>
        {
            var field = (IFieldSymbol)symbolContext.Symbol;
            if (IsBad(field) && field.Locations[0].SourceTree == symbolContext.Compilation.SyntaxTrees.First())
                symbolContext.ReportDiagnostic(Create(field));
        },
        SymbolKind.Field);
}
