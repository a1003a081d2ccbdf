using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace AioBarrierAnalyzers.PackageTests.Processes;

/// <summary>One line of a build's output that names a rule of ours. <see cref="File"/> is empty and <see cref="Line"/> 0 where it has no place in the source.</summary>
internal sealed partial record BuildFinding(string File, int Line, string Severity, string Id)
{
    /// <summary>All that <paramref name="output"/> has, in its order.</summary>
    public static IEnumerable<BuildFinding> ReadAll(string output) => Pattern().Matches(output).Select(static match => new BuildFinding(
        Path.GetFileName(match.Groups["file"].Value),
        match.Groups["line"].Success ? int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) : 0,
        match.Groups["severity"].Value,
        match.Groups["id"].Value));

    public override string ToString() => Line == 0 ? $"{Severity} {Id}" : $"{File}({Line}): {Severity} {Id}";

    [GeneratedRegex(
        @"^\s*(?:(?<file>[^(\r\n]+\.cs)\((?<line>\d+),\d+\)|[^:\r\n]+?) ?: (?<severity>warning|error) (?<id>AIO\d{4}|AD0001|CS8032):",
        RegexOptions.Multiline)]
    private static partial Regex Pattern();
}
