using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Explorer;
using AioBarrierAnalyzers.Validation.Exploring;
using AioBarrierAnalyzers.Validation.Loop;
using AioBarrierAnalyzers.Validation.Mutation;
using AioBarrierAnalyzers.Validation.Reference;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Validation.Reporting;

/// <summary>docs/validation.md: what the run shows, as tables.</summary>
internal static class ValidationDocument
{
    public static async Task<string> WriteAsync()
    {
        var results = await MutantRun.ResultsAsync();
        var judged = await MutantRun.JudgedAsync();
        var corpus = await CorpusLoop.ResultsAsync();
        var text = new StringBuilder();
        Introduction(text, results, judged);
        Kinds(text, results);
        Mutants(text, judged);
        Silent(text);
        Unhealed(text);
        Equivalents(text, judged);
        Reference(text);
        Corpus(text, corpus);
        return text.ToString();
    }

    private static void Introduction(StringBuilder text, IReadOnlyList<MutantResult> results, IReadOnlyList<MutantResult> judged)
    {
        var killed = judged.Where(result => result.Judgement!.IsKilled).ToList();
        text.Append(CultureInfo.InvariantCulture, $$"""
            # Validation

            <!-- Written by a test: AIO_WRITE_DOCUMENTS=1 dotnet test tests/AioBarrierAnalyzers.Validation -->

            Are the rules right in fact, and the fixes? The [reference ring](reference-ring.md) is broken in every place that has the form for it, one mistake at a time. For each mutant
            a loop is closed: the [explorer](explorer.md) kills it; the analyzer reports it, with the right rule at the right place; its fixes are applied until it is silent; then the
            explorer, within the same bounds, finds nothing any more, and the unit tests of the reference (but not its stress tests) pass. Nothing in these tables is written by hand,
            and a test fails when the run shows something else.

            | Mutants | |
            |---|---|
            | made, and they compile | {{results.Count}} |
            | fail when nothing runs at the same time: no mistakes of concurrency, not counted below | {{results.Count - judged.Count}} |
            | argued to be equivalent | {{judged.Count(result => !result.Judgement!.IsKilled)}} |
            | killed | {{killed.Count}} |
            | of these reported by the right rule at the right place | {{killed.Count(result => result.Right is not null)}} |
            | of these healed by the fixes | {{killed.Count(result => result.IsHealed)}} |

            What is not reported is in the tables too, with "-", and why it is not [below](#mutants-that-are-not-reported). A finding is at the right place when it, or one of its further locations, is in the lines that were changed; where
            a lock is gone, in those that it covered; where a fence is, in the member. The explorer stops at the first failure: the number is that of executions in that scenario until
            then. `random` is up to {{Bounds.Judge[0].Options.MaxExecutions}} random walks for each scenario, `depth first` up to {{Bounds.Judge[1].Options.MaxExecutions}} executions with one preemption and
            one stale choice. With sequential consistency no missing barrier is seen (a test): it is the memory that kills these mutants, not the scenario.


            """);
    }

    private static void Kinds(StringBuilder text, IReadOnlyList<MutantResult> results)
    {
        text.Append("## Kinds\n\n");
        Header(text, "Kind", "", "Rules that may report it", "Mutants", "Fail alone", "Equivalent", "Killed", "Reported", "Healed");
        foreach (var mutation in Mutator.Mutations)
        {
            var all = results.Where(result => result.Mutant.Mutation == mutation).ToList();
            var killed = all.Where(result => result.Judgement is { IsKilled: true }).ToList();
            Row(
                text,
                mutation.Kind,
                mutation.Description,
                string.Join(", ", mutation.Rules),
                all.Count,
                all.Count(result => result.FailsAlone),
                all.Count(result => result.Judgement is { IsKilled: false }),
                killed.Count,
                killed.Count(result => result.Right is not null),
                killed.Count(result => result.IsHealed));
        }
    }

    private static void Mutants(StringBuilder text, IReadOnlyList<MutantResult> judged)
    {
        foreach (var system in Subsystem.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Mutants of {system}\n\n");
            Header(text, "Mutant", "Line", "Killed by", "Reported", "Fixed with", "Afterwards");
            foreach (var result in judged.Where(result => result.Mutant.Subsystem == system && result.Judgement!.IsKilled))
            {
                var judgement = result.Judgement!;
                var healing = result.Right is null ? null : result.Healing;
                Row(
                    text,
                    result.Mutant.Name,
                    result.Mutant.Line,
                    $"{judgement.Scenario}: {Text(judgement.Failure!.Kind)}, {judgement.Mode} {judgement.Executions}",
                    Reported(result),
                    healing is null ? "-" : Fixes(healing.Titles),
                    healing is null ? "-" : Afterwards(healing));
            }
        }
    }

    /// <summary>Without the rules that they belong to.</summary>
    private static string Fixes(IReadOnlyList<string> titles) =>
        string.Join("; ", titles.Select(title => title[(title.IndexOf(':', StringComparison.Ordinal) + 2)..]).Distinct());

    private static string Afterwards(Healing healing)
    {
        if (healing.Judgement.IsKilled) return "still killed";

        var tests = healing.IsComplete
            ? $"{healing.UnitTests} unit tests pass"
            : "but fails " + string.Join(", ", healing.Failures.Select(f => f[..f.IndexOf(':', StringComparison.Ordinal)]));
        return $"silent, clean in {healing.Judgement.Executions}, {tests}";
    }

    private static string Reported(MutantResult result)
    {
        if (result.Right is { } right) return At(right);

        return result.Findings.Count == 0
            ? "-"
            : $"- (but {string.Join(", ", result.Findings.Select(At))})";
    }

    private static string At(Diagnostic finding)
    {
        var place = finding.Location.GetLineSpan();
        return $"{finding.Id} in {place.Path}, line {place.StartLinePosition.Line + 1}";
    }

    private static void Silent(StringBuilder text)
    {
        text.Append("""

            ## Mutants that are not reported

            They are killed, and the analyzer is silent; a test fails when one of these is reported, or another is not. Where nothing in the source says that threads meet at a
            location, or what guards it, silence is the right answer: code that looks the same is right elsewhere.


            """);
        Groups(text, Arguments.Unreported);
    }

    private static void Unhealed(StringBuilder text)
    {
        text.Append("""

            ## Mutants that are reported and not healed


            """);
        Groups(text, Arguments.Unhealed);
    }

    private static void Groups(StringBuilder text, Arguments arguments)
    {
        Header(text, "Mutants", "Why");
        foreach (var group in Mutator.All.Where(arguments.Has).GroupBy(mutant => arguments.All[mutant.Name]))
        {
            Row(text, string.Join("<br>", group.Select(mutant => mutant.Name)), group.Key);
        }
    }

    private static void Equivalents(StringBuilder text, IReadOnlyList<MutantResult> judged)
    {
        text.Append("""

            ## Equivalent mutants

            They survive all scenarios, and here is why that is right. They are not judged by race checks, which ask for more than a right outcome. The last column says what the analyzer
            reports all the same: what is right here for a reason that is not in the code.


            """);
        Header(text, "Mutants", "Why", "Reported all the same");
        var findings = judged.ToDictionary(result => result.Mutant.Name, result => result.Findings);
        foreach (var group in Mutator.All.Where(Arguments.Equivalent.Has).GroupBy(mutant => Arguments.Equivalent.All[mutant.Name]))
        {
            var reported = group.Where(mutant => findings[mutant.Name].Count != 0)
                .Select(mutant => $"{mutant.Name}: {string.Join(", ", findings[mutant.Name].Select(finding => finding.Id).Distinct())}").ToList();
            Row(text, string.Join("<br>", group.Select(mutant => mutant.Name)), group.Key, reported.Count == 0 ? "-" : string.Join("<br>", reported));
        }
    }

    private static void Reference(StringBuilder text)
    {
        text.Append("""

            ## The reference

            Executions of each scenario, all clean. The last two columns are depth first, with so many preemptions and stale choices; * says that these are all.


            """);
        Header(text, "Scenario", "", "Random", "Early timeouts", "Delayed reads", "Sequential consistency", "1 and 1", "2 and 2");
        foreach (var system in Subsystem.All)
        {
            foreach (var (scenario, results) in ReferenceRun.Of(system))
            {
                Row(text, [scenario.Name, system.PromiseOf(scenario.Name), .. results.Select(result => $"{result.Executions}{(result.IsExhaustive ? "*" : "")}")]);
            }
        }
    }

    private static void Corpus(StringBuilder text, IReadOnlyList<CorpusResult> corpus)
    {
        text.Append("""

            ## The corpus

            The same loop over the cases that there is a scenario for: the bug is killed, its repair by hand is clean, and so is the bug with the fixes applied.


            """);
        Header(text, "Case", "Bug killed in", "Repair clean in", "Reported", "Fixed with", "Afterwards");
        foreach (var result in corpus)
        {
            Row(
                text,
                result.Name,
                $"{result.Before.Executions}, {Text(result.Before.Failure!.Kind)}",
                result.After.Executions,
                result.Findings.Count == 0 ? "-" : string.Join(", ", result.Findings),
                result.Fix is null ? "-" : Fixes(result.Fix.Titles),
                result.Fix is null ? "-" : result.Fix.Result.Verdict == Verdict.Killed ? "still killed" : $"silent, clean in {result.Fix.Result.Executions}");
        }
    }

    private static string Text(FailureKind kind) => kind switch
    {
        FailureKind.NoProgress => "no progress",
        FailureKind.FreedMemory => "freed memory",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static void Header(StringBuilder text, params string[] cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n|").Insert(text.Length, "---|", cells.Length).Append('\n');

    private static void Row(StringBuilder text, params IEnumerable<object> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell}").Replace("|", "\\|"))).Append(" |\n");
}
