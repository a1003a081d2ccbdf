using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Adds the containing type as an additional location.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WithPartner : FieldAnalyzer
{
    protected override Diagnostic Create(IFieldSymbol field)
        => Diagnostic.Create(SupportedDiagnostics[0], field.Locations[0], field.ContainingType.Locations, field.Name);
}
