using System;
using System.Collections.Immutable;
using System.Linq;
using AioBarrierAnalyzers.Rules;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Analyzers;

/// <summary>
/// The host of the rules that judge a type's protocol. A type is judged as a whole, with its nested types and parts, when a file of it is complete: its
/// findings are live in the editor, a file that the gate turns away costs a few searches of its text, and the compiler has bound by then most of what
/// a judgement asks for (symbol actions run before any body is bound, and would bind the bodies a second time).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BarrierAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RuleCatalog.All
        .Select(r => r.Descriptor).OrderBy(d => d.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var scope = new CompilationScope(start.Compilation, start.Options.AnalyzerConfigOptionsProvider);
            var judge = new Judge(scope);
            start.RegisterSemanticModelAction(model => Examine(model, scope, judge));
        });
    }

    private static void Examine(SemanticModelAnalysisContext context, CompilationScope scope, Judge judge)
    {
        foreach (INamedTypeSymbol type in scope.TypesIn(context.SemanticModel, context.CancellationToken))
        {
            // The other files of a type report theirs themselves: each file has its own findings, whichever the host asks for.
            foreach (Diagnostic finding in judge.FindingsOf(type, context.CancellationToken))
            {
                if (finding.Location.SourceTree == context.SemanticModel.SyntaxTree)
                    context.ReportDiagnostic(finding);
            }
        }
    }
}
