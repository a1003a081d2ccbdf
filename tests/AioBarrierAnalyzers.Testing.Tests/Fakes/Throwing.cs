using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Fails on every bad field.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Throwing : FieldAnalyzer
{
    protected override Diagnostic Create(IFieldSymbol field) => throw new NotSupportedException(field.Name);
}
