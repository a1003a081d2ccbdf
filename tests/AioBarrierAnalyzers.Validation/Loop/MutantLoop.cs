using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Validation.Analyzing;
using AioBarrierAnalyzers.Validation.Exploring;
using AioBarrierAnalyzers.Validation.Mutation;
using AioBarrierAnalyzers.Validation.UnitTesting;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Validation.Loop;

/// <summary>The loop that is closed for a mutant: killed, reported, fixed, silent, clean.</summary>
internal static class MutantLoop
{
    /// <summary>How many findings are fixed one after the other.</summary>
    private const int MaxFixes = 5;

    public static async Task<MutantResult> RunAsync(Mutant mutant, bool isArguedEquivalent)
    {
        var program = mutant.Subsystem.Program(mutant.Sources);
        if (!ExplorerJudge.WorksAlone(program)) return new MutantResult(mutant) { FailsAlone = true };

        var judgement = ExplorerJudge.Judge(program, withRaceChecks: !isArguedEquivalent);
        var project = AnalyzedProject.Reference.With(mutant.File, mutant.Text);
        var findings = await project.FindingsAsync();
        return new MutantResult(mutant)
        {
            Judgement = judgement,
            Findings = findings,
            Right = findings.FirstOrDefault(finding => IsRight(mutant, finding)),
            Healing = judgement.IsKilled && findings.Count != 0 ? await HealAsync(mutant, project, []) : null,
        };
    }

    private static bool IsRight(Mutant mutant, Diagnostic finding) =>
        mutant.Mutation.Rules.Contains(finding.Id) && finding.AdditionalLocations.Prepend(finding.Location).Any(location => IsIn(mutant, location));

    private static bool IsIn(Mutant mutant, Location location)
    {
        var lines = location.GetLineSpan();
        return lines.Path == mutant.File && lines.StartLinePosition.Line <= mutant.Place.End.Line && lines.EndLinePosition.Line >= mutant.Place.Start.Line;
    }

    /// <summary>Fixes until the analyzer is silent, and tries another fix where the explorer is not content.</summary>
    private static async Task<Healing?> HealAsync(Mutant mutant, AnalyzedProject project, IReadOnlyList<string> titles)
    {
        var findings = await project.FindingsAsync();
        if (findings.Count == 0)
        {
            var sources = await project.SourcesAsync();
            var judgement = ExplorerJudge.Judge(mutant.Subsystem.Program(sources));
            var (count, failures) = judgement.IsKilled ? (0, []) : UnitTests.Run(sources);
            return new Healing(titles, judgement, sources, count, failures);
        }

        if (titles.Count == MaxFixes) return null;

        // One finding after the other, the one that says what is wrong first; of its fixes the first that works.
        Healing? best = null;
        foreach (var finding in findings.OrderByDescending(finding => IsRight(mutant, finding)))
        {
            var fixes = await project.FixesOfAsync(finding);
            foreach (var (title, repaired) in fixes)
            {
                var healing = await HealAsync(mutant, repaired, [.. titles, $"{finding.Id}: {title}"]);
                if (healing is { IsComplete: true }) return healing;

                best ??= healing;
            }

            if (fixes.Count != 0) break;
        }

        return best;
    }
}
