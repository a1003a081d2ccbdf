using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Puts a number that never repeats into the message.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Counting : FieldAnalyzer
{
    private static int _count;

    protected override Diagnostic Create(IFieldSymbol field)
        => Diagnostic.Create(SupportedDiagnostics[0], field.Locations[0], $"{field.Name} {Interlocked.Increment(ref _count)}");
}
