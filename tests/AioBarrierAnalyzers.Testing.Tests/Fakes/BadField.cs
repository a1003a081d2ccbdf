using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>The well-behaved analyzer: one rule, T0001.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BadField : FieldAnalyzer;
