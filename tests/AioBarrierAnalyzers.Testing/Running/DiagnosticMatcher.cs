using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Pairs reported with expected diagnostics, one to one, and says what differs.</summary>
internal sealed class DiagnosticMatcher(
    ImmutableArray<DiagnosticAnalyzer> analyzers,
    string defaultPath,
    Action<Diagnostic, DiagnosticResult, IVerifier>? further)
{
    public void Verify(ImmutableArray<FoundDiagnostic> found, IReadOnlyList<DiagnosticResult> expected, IVerifier verifier)
    {
        var actual = found.Select(item => item.Diagnostic).ToList();
        if (actual.Count != expected.Count)
        {
            verifier.Fail($"Mismatch between number of diagnostics returned, expected \"{expected.Count}\" actual \"{actual.Count}\""
                + List("Expected", expected.Select(item => item.ToString()))
                + List("Diagnostics", actual.Select(Expectation)));
        }

        var partners = Pair(actual, expected);
        if (partners.Contains(-1))
        {
            // Both lists have an order, so the first two left over are the likeliest to be meant for one another.
            var lonely = actual[partners.IndexOf(-1)];
            var missed = expected[Enumerable.Range(0, expected.Count).First(index => !partners.Contains(index))];
            verifier.Fail(Difference(lonely, missed)
                + List("Expected diagnostic", [missed.ToString()])
                + List("Actual diagnostic", [Expectation(lonely)])
                + List("All diagnostics", actual.Select(Expectation)));
        }

        for (var i = 0; i < actual.Count; i++)
            further?.Invoke(actual[i], expected[partners[i]], verifier);
    }

    private static string List(string title, IEnumerable<string> items)
    {
        var indent = Environment.NewLine + "    ";
        var lines = items.DefaultIfEmpty("NONE.").Select(item => indent + item.Replace(Environment.NewLine, indent));
        return $"{Environment.NewLine}{title}:{string.Concat(lines)}";
    }

    /// <summary>For each actual diagnostic the index of its expectation, or -1: a largest matching, as vague expectations fit several diagnostics.</summary>
    private static List<int> Pair(List<Diagnostic> actual, IReadOnlyList<DiagnosticResult> expected)
    {
        var partners = Enumerable.Repeat(-1, actual.Count).ToList();
        for (var i = 0; i < expected.Count; i++)
            TryPlace(i, []);

        return partners;

        bool TryPlace(int index, HashSet<int> visited)
        {
            for (var i = 0; i < actual.Count; i++)
            {
                if (Difference(actual[i], expected[index]) is null && visited.Add(i) && (partners[i] < 0 || TryPlace(partners[i], visited)))
                {
                    partners[i] = index;
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The first difference in words, or null if the diagnostic is the one expected.</summary>
    private static string? Difference(Diagnostic actual, DiagnosticResult expected)
    {
        if (!expected.HasLocation)
        {
            if (actual.Location != Location.None)
                return "Expected a project diagnostic with no location.";
        }
        else
        {
            var locations = actual.AdditionalLocations.Prepend(actual.Location).ToList();
            var compareAll = !expected.Options.HasFlag(DiagnosticOptions.IgnoreAdditionalLocations);
            if (compareAll && locations.Count != expected.Spans.Length)
                return $"Expected {expected.Spans.Length - 1} additional locations but got {locations.Count - 1}.";

            var compared = locations.Zip(expected.Spans).Take(compareAll ? locations.Count : 1);
            if (compared.Select(pair => Difference(pair.First, pair.Second)).FirstOrDefault(text => text is not null) is { } difference)
                return difference;
        }

        if (actual.Id != expected.Id)
            return $"Expected diagnostic id to be \"{expected.Id}\" was \"{actual.Id}\".";

        if (!expected.Options.HasFlag(DiagnosticOptions.IgnoreSeverity) && actual.Severity != expected.Severity)
            return $"Expected diagnostic severity to be \"{expected.Severity}\" was \"{actual.Severity}\".";

        if (expected.Message is { } message && actual.GetMessage() != message)
            return $"Expected diagnostic message to be \"{message}\" was \"{actual.GetMessage()}\".";

        if (expected.Message is null && expected.MessageArguments is { Length: > 0 } arguments
            && !DiagnosticText.Arguments(actual).SequenceEqual(arguments.Select(argument => argument?.ToString() ?? string.Empty)))
            return "Expected diagnostic message arguments to match.";

        return expected.IsSuppressed is { } isSuppressed && actual.IsSuppressed != isSuppressed ? "Expected diagnostic suppression state to match." : null;
    }

    private static string? Difference(Location actual, DiagnosticLocation expected)
    {
        var span = actual.GetLineSpan();
        if (span.Path != expected.Span.Path)
            return $"Expected diagnostic to be in file \"{expected.Span.Path}\" was actually in file \"{span.Path}\".";

        var ignoreEnd = expected.Options.HasFlag(DiagnosticLocationOptions.IgnoreLength);
        return span.StartLinePosition == expected.Span.StartLinePosition && (ignoreEnd || span.EndLinePosition == expected.Span.EndLinePosition)
            ? null
            : $"Expected diagnostic at ({DiagnosticText.Position(expected.Span)}) was actually at ({DiagnosticText.Position(span)}).";
    }

    private string Expectation(Diagnostic diagnostic) => DiagnosticText.ToExpectation(diagnostic, analyzers, defaultPath);
}
