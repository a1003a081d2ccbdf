using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Reports about the project as a whole.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WithoutLocation : FieldAnalyzer
{
    protected override Diagnostic Create(IFieldSymbol field) => Diagnostic.Create(SupportedDiagnostics[0], Location.None, field.Name);
}
