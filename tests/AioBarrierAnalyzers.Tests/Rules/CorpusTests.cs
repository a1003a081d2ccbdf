using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Analyzers;
using AioBarrierAnalyzers.Tests.Meta;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Rules;

/// <summary>
/// The corpus: each case compiles; each bug is reported on one of its lines by one of its rules, unless tests/Corpus/known-misses.txt says otherwise; its repair
/// and the correct look-alikes are silent.
/// </summary>
public sealed class CorpusTests
{
    private static readonly HashSet<string> KnownMisses = [.. RepositoryFiles.Read("tests/Corpus/known-misses.txt")
        .Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0 && line[0] != '#')];

    private static readonly HashSet<string> SupportedRules = [.. new BarrierAnalyzer().SupportedDiagnostics.Select(static d => d.Id)];

    public static IEnumerable<object[]> Bugs =>
        Cases("meta.json").Where(static name => ExpectedRules(name).Any(IsInScope)).Select(static name => new object[] { name });

    public static IEnumerable<object[]> Repairs => Cases("After.cs").Select(static name => new object[] { name });

    public static IEnumerable<object[]> LookAlikes => Cases("Ok.cs").Select(static name => new object[] { name });

    [Theory]
    [MemberData(nameof(Bugs))]
    public async Task Bug_IsReported(string name)
    {
        HashSet<int> lines = [.. Meta(name).GetProperty("buggy_lines").EnumerateArray().Select(static line => line.GetInt32())];
        var findings = await FindingsAsync(name + "/Before.cs");
        bool isFound = findings.Any(f => lines.Contains(f.Location.GetLineSpan().StartLinePosition.Line + 1) && ExpectedRules(name).Contains(f.Id));
        Assert.True(isFound != KnownMisses.Contains(name),
            isFound ? "found: take it off known-misses.txt" : "missed; found elsewhere:\n" + string.Join("\n", findings));
    }

    /// <summary>Whoever looks under the lock is told nothing by a store without it: the missing lock is the one mistake.</summary>
    [Theory]
    [InlineData("tests/Corpus/Extra/aio3001-preset-beside-run")]
    public async Task Bug_IsReportedByNoOtherRule(string name) =>
        Assert.Equal(ExpectedRules(name), (await FindingsAsync(name + "/Before.cs")).Select(static f => f.Id).Distinct());

    [Theory]
    [MemberData(nameof(Repairs))]
    public async Task Repair_IsSilent(string name) => Assert.Empty(await FindingsAsync(name + "/After.cs"));

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public async Task LookAlike_IsSilent(string name) => Assert.Empty(await FindingsAsync(name + "/Ok.cs"));

    [Fact]
    public void KnownMisses_AreCases() => Assert.Empty(KnownMisses.Except(Cases("meta.json")));

    private static bool IsInScope(string rule) => SupportedRules.Contains(rule);

    private static IEnumerable<string> Cases(string file) =>
        RepositoryFiles.Find("tests/Corpus", file).Select(path => path[..path.LastIndexOf('/')]).OrderBy(static name => name, System.StringComparer.Ordinal);

    private static JsonElement Meta(string name) => JsonDocument.Parse(RepositoryFiles.Read(name + "/meta.json")).RootElement;

    private static IEnumerable<string> ExpectedRules(string name) => Meta(name).TryGetProperty("expected_rules", out var rules)
        ? rules.EnumerateArray().Select(static rule => rule.GetString()!)
        : [];

    /// <summary>A case may be written in a later version of the language than the oldest compiler knows; there it is code with errors.</summary>
    private static bool IsOfThisLanguage(string name) => !Meta(name).TryGetProperty("language", out var version) ||
        version.GetInt32() * 100 <= (int)LanguageVersion.Latest.MapSpecifiedToEffectiveVersion();

    private static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(string path)
    {
        var compilation = CSharpCompilation.Create(
            "Case",
            [CSharpSyntaxTree.ParseText(RepositoryFiles.Read(path), path: path)],
            await ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, CancellationToken.None),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        if (IsOfThisLanguage(path[..path.LastIndexOf('/')]))
            Assert.DoesNotContain(compilation.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
        return await compilation.WithAnalyzers([new BarrierAnalyzer()]).GetAnalyzerDiagnosticsAsync();
    }
}
