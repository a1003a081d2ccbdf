using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace AioBarrierAnalyzers.PackageTests.Processes;

/// <summary>What a finished process left.</summary>
internal sealed record CommandResult(string CommandLine, int ExitCode, string Output)
{
    /// <summary>The compiler's and the build's messages about our rules, as often as they were given, in the order of file, line and id.</summary>
    public IReadOnlyList<BuildFinding> Findings { get; } =
        [.. BuildFinding.ReadAll(WithoutSummary(Output)).OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Id, StringComparer.Ordinal)];

    /// <summary>Fails with the whole output unless the process said that all went well.</summary>
    public CommandResult Succeeded()
    {
        if (ExitCode != 0) Fail("0");
        return this;
    }

    /// <summary>Fails with the whole output unless the process said that something went wrong.</summary>
    public CommandResult Failed()
    {
        if (ExitCode == 0) Fail("another");
        return this;
    }

    /// <summary>Fails with the whole output unless the findings are exactly <paramref name="expected"/>.</summary>
    public CommandResult Found(IEnumerable<string> expected)
    {
        string[] wanted = [.. expected];
        string[] found = [.. Findings.Select(static finding => finding.ToString())];
        if (!wanted.SequenceEqual(found))
        {
            Assert.Fail(Lines(["Expected findings:", .. wanted, "", "Found:", .. found, "", CommandLine, Output]));
        }

        return this;
    }

    /// <summary>A build ends with a summary that says all of it again.</summary>
    private static string WithoutSummary(string output)
    {
        var summary = output.IndexOf("\nBuild ", StringComparison.Ordinal);
        return summary < 0 ? output : output[..summary];
    }

    private static string Lines(IEnumerable<string> lines) => string.Join(Environment.NewLine, lines);

    private void Fail(string expected) => Assert.Fail(Lines([$"Exit code {ExitCode} where {expected} was expected:", CommandLine, Output]));
}
