using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Runs analyzers as a build does: concurrently, with suppressed diagnostics reported.</summary>
internal static class AnalyzerRunner
{
    public const string AnalyzerFailureId = "AD0001";

    /// <summary>The diagnostics of the analyzers, and those of the compiler that are asked for, in a fixed order.</summary>
    public static async Task<ImmutableArray<FoundDiagnostic>> RunAsync(
        Solution solution,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        Func<Diagnostic, bool> includeFromCompiler,
        CancellationToken cancellationToken)
    {
        var found = new List<FoundDiagnostic>();
        foreach (var project in solution.Projects)
        {
            var compilation = (await project.GetCompilationAsync(cancellationToken))!;
            var fromCompiler = compilation.GetDiagnostics(cancellationToken).Where(includeFromCompiler);
            found.AddRange(fromCompiler.Select(diagnostic => new FoundDiagnostic(project.Id, diagnostic, IsNonLocal: false)));
            if (analyzers.IsEmpty)
                continue;

            var result = await Create(compilation, analyzers, project.AnalyzerOptions).GetAnalysisResultAsync(cancellationToken);
            var nonLocal = result.CompilationDiagnostics.Values.SelectMany(diagnostics => diagnostics).ToHashSet(ReferenceEqualityComparer.Instance);
            found.AddRange(result.GetAllDiagnostics().Select(diagnostic => new FoundDiagnostic(project.Id, diagnostic, nonLocal.Contains(diagnostic))));
        }

        return DiagnosticText.Sort(found.Where(item => !item.Diagnostic.IsSuppressed));
    }

    /// <summary>The analyzers' diagnostics in one compilation, in no order.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunAsync(
        Compilation compilation,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        AnalyzerOptions options,
        CancellationToken cancellationToken)
        => Create(compilation, analyzers, options).GetAnalyzerDiagnosticsAsync(cancellationToken);

    private static CompilationWithAnalyzers Create(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options)
        => OffByDefaultRules.TurnOn(compilation, analyzers).WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            options,
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true));
}
