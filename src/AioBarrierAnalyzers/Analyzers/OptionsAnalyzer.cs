using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AioBarrierAnalyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Analyzers;

/// <summary>
/// Reports what cannot be understood in the configuration: once for each key and value in a compilation, however many files it holds for. The compiler does
/// not tell which file a value came from, and any source file would be the wrong place, so the finding has no location and belongs to the project.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.Descriptors.AIO9001_UnknownOption);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Examine);
    }

    private static void Examine(CompilationAnalysisContext context)
    {
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        var problems = new HashSet<OptionProblem>(BarrierOptions.Read(provider.GlobalOptions).Problems);
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            problems.UnionWith(BarrierOptions.Read(provider.GetOptions(tree)).Problems);
        }

        var ordered = problems.OrderBy(static problem => problem.Key, StringComparer.Ordinal).ThenBy(static problem => problem.Value, StringComparer.Ordinal);
        foreach (var problem in ordered)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Descriptors.AIO9001_UnknownOption, Location.None, problem.Key, problem.Explanation));
        }
    }
}
