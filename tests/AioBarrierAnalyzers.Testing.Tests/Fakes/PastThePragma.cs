using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Reports at a path instead of a tree, where no pragma reaches.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PastThePragma : FieldAnalyzer
{
    protected override Diagnostic Create(IFieldSymbol field)
    {
        var location = field.Locations[0];
        var span = location.GetLineSpan();
        return Diagnostic.Create(SupportedDiagnostics[0], Location.Create(span.Path, location.SourceSpan, span.Span), field.Name);
    }
}
