using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AioBarrierAnalyzers.Testing.Tests.Behaviours;

/// <summary>Short for an analyzer test.</summary>
internal sealed class AnalyzerCase<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new();
