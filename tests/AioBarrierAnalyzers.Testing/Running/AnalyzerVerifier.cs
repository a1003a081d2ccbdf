using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Analyzer tests in one line.</summary>
public class AnalyzerVerifier<TAnalyzer, TTest, TVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TTest : AnalyzerTest<TVerifier>, new()
    where TVerifier : IVerifier, new()
{
    /// <summary>The analyzer's only diagnostic.</summary>
    public static DiagnosticResult Diagnostic() => Diagnostic(Single(static _ => true));

    public static DiagnosticResult Diagnostic(string diagnosticId) => Diagnostic(Single(descriptor => descriptor.Id == diagnosticId));

    public static DiagnosticResult Diagnostic(DiagnosticDescriptor descriptor) => new(descriptor);

    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected)
    {
        var test = new TTest { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    private static DiagnosticDescriptor Single(Func<DiagnosticDescriptor, bool> isMeant)
        => new TAnalyzer().SupportedDiagnostics.Where(isMeant).ToArray() is [var only]
            ? only
            : throw new InvalidOperationException($"{typeof(TAnalyzer).Name} does not have exactly one such descriptor; pass the descriptor itself.");
}
