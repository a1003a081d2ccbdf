using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// Turns on rules that are off by default, below everything that a test configures. It has to be a global setting: the 4.5 compiler does not let
/// the compilation options turn on such a rule once there is any tree setting, and a workspace always has some.
/// </summary>
internal sealed class OffByDefaultRules(SyntaxTreeOptionsProvider? configured, ImmutableDictionary<string, ReportDiagnostic> severities)
    : SyntaxTreeOptionsProvider
{
    public static Compilation TurnOn(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = compilation.Options;
        var off = analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Where(descriptor => !descriptor.IsEnabledByDefault && !options.SpecificDiagnosticOptions.ContainsKey(descriptor.Id))
            .GroupBy(descriptor => descriptor.Id)
            .ToImmutableDictionary(group => group.Key, group => Report(group.First().DefaultSeverity));
        return off.IsEmpty
            ? compilation
            : compilation.WithOptions(options.WithSyntaxTreeOptionsProvider(new OffByDefaultRules(options.SyntaxTreeOptionsProvider, off)));
    }

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken)
        => configured?.IsGenerated(tree, cancellationToken) ?? GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = default;
        return configured?.TryGetDiagnosticValue(tree, diagnosticId, cancellationToken, out severity) == true;
    }

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = default;
        return configured?.TryGetGlobalDiagnosticValue(diagnosticId, cancellationToken, out severity) == true
            || severities.TryGetValue(diagnosticId, out severity);
    }

    private static ReportDiagnostic Report(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => ReportDiagnostic.Error,
        DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
        DiagnosticSeverity.Info => ReportDiagnostic.Info,
        _ => ReportDiagnostic.Hidden,
    };
}
