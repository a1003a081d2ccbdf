using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Explorer;
using AioBarrierAnalyzers.Validation.Exploring;
using AioBarrierAnalyzers.Validation.Loop;
using AioBarrierAnalyzers.Validation.Mutation;
using AioBarrierAnalyzers.Validation.Mutation.Kinds;
using AioBarrierAnalyzers.Validation.Reference;
using AioBarrierAnalyzers.Validation.Reporting;
using Xunit;

namespace AioBarrierAnalyzers.Validation;

/// <summary>Each mutant of the reference is killed, or there is an argument; what is known of each is in docs/validation.md.</summary>
public sealed class MutantTests
{
    private const string Document = "docs/validation.md";

    [Fact]
    public async Task There_are_at_least_sixty_mutants_of_all_kinds()
    {
        var judged = await MutantRun.JudgedAsync();
        Assert.True(judged.Count(result => result.Judgement!.IsKilled) >= 60, $"{judged.Count} mutants");
        Assert.Empty(Mutator.Mutations.Select(mutation => mutation.Kind).Except(judged.Select(result => result.Mutant.Mutation.Kind)));
    }

    [Fact]
    public void Mutants_have_names_of_their_own() => Assert.Equal(Mutator.All.Count, Mutator.All.Select(mutant => mutant.Name).Distinct().Count());

    [Fact]
    public async Task Each_is_killed_or_argued() => Assert.Equal(
        Arguments.Equivalent.All.Keys.Order(StringComparer.Ordinal),
        (await MutantRun.JudgedAsync()).Where(result => !result.Judgement!.IsKilled).Select(result => result.Mutant.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_that_is_killed_is_reported_or_it_is_said_why_not() => Assert.Equal(
        Arguments.Unreported.All.Keys.Order(StringComparer.Ordinal),
        (await MutantRun.JudgedAsync()).Where(result => result.Judgement!.IsKilled && result.Right is null).Select(result => result.Mutant.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_that_is_reported_is_healed_or_it_is_said_why_not() => Assert.Equal(
        Arguments.Unhealed.All.Keys.Order(StringComparer.Ordinal),
        (await MutantRun.JudgedAsync()).Where(result => result.Judgement!.IsKilled && result is { Right: not null, IsHealed: false })
            .Select(result => result.Mutant.Name).Order(StringComparer.Ordinal));

    /// <summary>What the analyzer is silent about after its fixes is right in fact.</summary>
    [Fact]
    public async Task What_was_fixed_is_clean() => Assert.Empty(
        (await MutantRun.JudgedAsync()).Where(result => result is { Right: not null, Healing.IsComplete: false })
            .Select(result => $"{result.Mutant.Name}: {result.Healing!.Judgement.Failure}, {string.Join(", ", result.Healing.Failures)}"));

    /// <summary>The negative control: with sequential consistency no missing barrier is seen, so it is the memory that kills, not the scenario.</summary>
    [Fact]
    public async Task Missing_barriers_live_in_sequential_consistency() => Assert.All(
        (await MutantRun.JudgedAsync()).Where(result => result.Mutant.Mutation is VolatileWriteToPlain or VolatileReadToPlain or FenceRemoved),
        result =>
        {
            var program = result.Mutant.Subsystem.Program(result.Mutant.Sources);
            Assert.Null(ExplorerJudge.Judge(program, Bounds.SequentialConsistency, withRaceChecks: false).Failure);
        });

    /// <summary>Run with AIO_WRITE_DOCUMENTS=1 to write it.</summary>
    [Fact]
    public async Task The_document_says_what_the_run_shows()
    {
        var text = await ValidationDocument.WriteAsync();
        if (Environment.GetEnvironmentVariable("AIO_WRITE_DOCUMENTS") == "1") RepositoryFiles.Write(Document, text);

        Assert.Equal(RepositoryFiles.Read(Document), text);
    }
}
