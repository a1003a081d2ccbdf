using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>T0001 for "bad", T0002 for "badder".</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TwoRules : FieldAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule("T0001"), Rule("T0002")];

    protected override Diagnostic Create(IFieldSymbol field)
        => Diagnostic.Create(SupportedDiagnostics[field.Name.StartsWith("badder", StringComparison.Ordinal) ? 1 : 0], field.Locations[0], field.Name);
}
