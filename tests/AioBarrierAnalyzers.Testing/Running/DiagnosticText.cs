using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Diagnostics as text: to paste into a test, and to compare two runs.</summary>
internal static class DiagnosticText
{
    // Not public, and the only way to compare arguments rather than a formatted message.
    private static readonly PropertyInfo? ArgumentsProperty = typeof(Diagnostic).GetProperty("Arguments", BindingFlags.Instance | BindingFlags.NonPublic);

    public static ImmutableArray<string> Arguments(Diagnostic diagnostic)
        => ArgumentsProperty?.GetValue(diagnostic) is IEnumerable<object?> arguments
            ? [.. arguments.Select(argument => argument?.ToString() ?? string.Empty)]
            : [];

    public static ImmutableArray<FoundDiagnostic> Sort(IEnumerable<FoundDiagnostic> found) => [.. found
        .OrderBy(item => item.Diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
        .ThenBy(item => item.Diagnostic.Location.SourceSpan.Start)
        .ThenBy(item => item.Diagnostic.Location.SourceSpan.End)
        .ThenBy(item => item.Diagnostic.Id, StringComparer.Ordinal)
        .ThenBy(item => string.Join('\0', Arguments(item.Diagnostic)), StringComparer.Ordinal)];

    /// <summary>The expectation that this diagnostic would fulfil, ready to paste.</summary>
    public static string ToExpectation(Diagnostic diagnostic, ImmutableArray<DiagnosticAnalyzer> analyzers, string defaultPath)
    {
        var owner = analyzers.FirstOrDefault(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == diagnostic.Id));
        var start = owner switch
        {
            not null => owner.SupportedDiagnostics.Length == 1 ? "VerifyCS.Diagnostic()" : $"VerifyCS.Diagnostic(\"{diagnostic.Id}\")",
            _ when diagnostic.Severity == DiagnosticSeverity.Error => $"DiagnosticResult.CompilerError(\"{diagnostic.Id}\")",
            _ => $"new DiagnosticResult(\"{diagnostic.Id}\", DiagnosticSeverity.{diagnostic.Severity})",
        };
        var locations = diagnostic.Location == Location.None ? [] : diagnostic.AdditionalLocations.Prepend(diagnostic.Location);
        var arguments = Arguments(diagnostic);
        return $"// {diagnostic}{Environment.NewLine}{start}"
            + string.Concat(locations.Select(location => $".WithSpan({Path(location.GetLineSpan().Path)}{Position(location.GetLineSpan())})"))
            + (arguments.IsEmpty ? string.Empty : $".WithArguments({string.Join(", ", arguments.Select(argument => $"\"{argument}\""))})")
            + (diagnostic.IsSuppressed ? ".WithIsSuppressed(true)," : ",");

        string Path(string path) => path == defaultPath ? string.Empty : $"\"{path}\", ";
    }

    /// <summary>Everything that a user or a fix can see of a diagnostic.</summary>
    public static string Describe(Diagnostic diagnostic)
        => $"{diagnostic.Location.GetLineSpan()} {diagnostic.Severity} {diagnostic.Id}: {diagnostic.GetMessage()}"
            + string.Concat(diagnostic.AdditionalLocations.Select(location => $" +{location.GetLineSpan()}"))
            + string.Concat(diagnostic.Properties.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $" {pair.Key}={pair.Value}"))
            + (diagnostic.IsSuppressed ? " suppressed" : string.Empty);

    public static string Position(FileLinePositionSpan span)
        => $"{span.StartLinePosition.Line + 1}, {span.StartLinePosition.Character + 1}, {span.EndLinePosition.Line + 1}, {span.EndLinePosition.Character + 1}";
}
