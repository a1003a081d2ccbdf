using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AioBarrierAnalyzers.Testing.Tests.Behaviours;

/// <summary>Short for an analyzer verifier.</summary>
internal sealed class Verify<TAnalyzer> : CSharpAnalyzerVerifier<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new();
