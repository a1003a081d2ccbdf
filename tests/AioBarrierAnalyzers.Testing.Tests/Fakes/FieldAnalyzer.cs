using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Reports every field whose name starts with "bad"; what differs from case to case is overridden.</summary>
public abstract class FieldAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule("T0001")];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        Register(context);
    }

    protected static DiagnosticDescriptor Rule(string id, DiagnosticSeverity severity = DiagnosticSeverity.Warning, bool isEnabled = true, params string[] tags)
        => new(id, "Bad field", "Field '{0}' is bad", "Test", severity, isEnabled, customTags: tags);

    protected static bool IsBad(ISymbol symbol) => symbol.Name.StartsWith("bad", StringComparison.Ordinal);

    protected virtual void Register(AnalysisContext context) => context.RegisterSymbolAction(
        symbolContext =>
        {
            if (IsBad(symbolContext.Symbol))
                symbolContext.ReportDiagnostic(Create((IFieldSymbol)symbolContext.Symbol));
        },
        SymbolKind.Field);

    protected virtual Diagnostic Create(IFieldSymbol field) => Diagnostic.Create(SupportedDiagnostics[0], field.Locations[0], field.Name);
}
