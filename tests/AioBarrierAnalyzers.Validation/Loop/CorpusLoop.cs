using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Explorer;
using AioBarrierAnalyzers.Validation.Analyzing;
using AioBarrierAnalyzers.Validation.Exploring;
using AioBarrierAnalyzers.Validation.Reference;

namespace AioBarrierAnalyzers.Validation.Loop;

/// <summary>The same loop over the cases of the corpus that there is a scenario for: Before is killed, After is clean, and so is Before with its fixes.</summary>
internal static partial class CorpusLoop
{
    private const string Scenarios = "tests/AioBarrierAnalyzers.Explorer.Tests/Scenarios";

    private static readonly string[] s_folders = ["tests/Corpus/Shared", "tests/Corpus/Extra"];
    private static readonly Lazy<Task<IReadOnlyList<CorpusResult>>> s_results = new(RunAsync);

    /// <summary>By the names of the cases; run once for all tests.</summary>
    public static Task<IReadOnlyList<CorpusResult>> ResultsAsync() => s_results.Value;

    private static async Task<IReadOnlyList<CorpusResult>> RunAsync()
    {
        var names = RepositoryFiles.Sources(Scenarios).Select(path => path[(Scenarios.Length + 1)..^3]).Where(name => PathOf(name, "Before") is not null).ToList();
        var results = new CorpusResult[names.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, names.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (i, _) => results[i] = await RunAsync(names[i]));
        return results;
    }

    private static async Task<CorpusResult> RunAsync(string name)
    {
        var before = RepositoryFiles.Read(PathOf(name, "Before")!);
        var project = AnalyzedProject.Of("Before.cs", before);
        var findings = await project.FindingsAsync();
        return new CorpusResult(name)
        {
            Before = Explore(name, before),
            After = Explore(name, RepositoryFiles.Read(PathOf(name, "After")!)),
            Findings = [.. findings.Select(finding => finding.Id).Distinct()],
            Fix = findings.Count == 0 ? null : await HealAsync(name, project, []),
        };
    }

    private static async Task<CorpusFix?> HealAsync(string name, AnalyzedProject project, IReadOnlyList<string> titles)
    {
        var findings = await project.FindingsAsync();
        if (findings.Count == 0) return new CorpusFix(titles, Explore(name, (await project.SourcesAsync())["Before.cs"]));
        if (titles.Count == 4) return null;

        CorpusFix? best = null;
        foreach (var finding in findings)
        {
            foreach (var (title, repaired) in await project.FixesOfAsync(finding))
            {
                var fix = await HealAsync(name, repaired, [.. titles, $"{finding.Id}: {title}"]);
                if (fix is { Result.Verdict: Verdict.Clean }) return fix;

                best ??= fix;
            }
        }

        return best;
    }

    private static ExploreResult Explore(string name, string source)
    {
        var space = Namespace().Match(source).Groups[1].Value;
        var scenario = $"using {space};\n" + RepositoryFiles.Read($"{Scenarios}/{name}.cs");
        var program = SimulatedProgram.FromSource([("Before.cs", source), (name + ".cs", scenario)]);
        return ModelChecker.Explore(program.Scenarios.Single(), Bounds.Corpus);
    }

    private static string? PathOf(string name, string variant) => s_folders.Select(folder => $"{folder}/{name}/{variant}.cs").FirstOrDefault(RepositoryFiles.Exists);

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
