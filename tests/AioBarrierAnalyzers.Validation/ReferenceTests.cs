using System.Linq;
using AioBarrierAnalyzers.Explorer;
using AioBarrierAnalyzers.Validation.Analyzing;
using AioBarrierAnalyzers.Validation.Exploring;
using AioBarrierAnalyzers.Validation.Reference;
using Xunit;

namespace AioBarrierAnalyzers.Validation;

/// <summary>The reference, unchanged, survives all its scenarios in all modes, and has no finding.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Subsystems => [.. Subsystem.All.Select(system => system.Name)];

    [Theory]
    [MemberData(nameof(Subsystems))]
    public void Is_clean_in_all_modes(string name)
    {
        var results = ReferenceRun.Of(Named(name));
        Assert.NotEmpty(results);
        Assert.All(
            from scenario in results from pair in scenario.Results.Zip(Bounds.Reference) select pair,
            pair =>
            {
                Assert.True(pair.First.Verdict == Verdict.Clean, $"{pair.Second.Name}: {pair.First}");
                Assert.Equal(0, pair.First.Unfinished);
            });
    }

    /// <summary>One preemption and one stale choice are few enough for each scenario to be explored to the end.</summary>
    [Theory]
    [MemberData(nameof(Subsystems))]
    public void Is_explored_to_the_end_within_small_bounds(string name) =>
        Assert.All(ReferenceRun.Of(Named(name)), pair => Assert.True(pair.Results[Bounds.SmallDepthFirstIndex].IsExhaustive, pair.Scenario.Name));

    [Theory]
    [MemberData(nameof(Subsystems))]
    public void Nothing_of_it_is_refused(string name) => Assert.Empty(Named(name).Program(Subsystem.Sources).Refusals);

    [Fact]
    public async System.Threading.Tasks.Task Has_no_finding() => Assert.Empty(await AnalyzedProject.Reference.FindingsAsync());

    [Fact]
    public void Every_source_is_judged_or_shares_nothing() => Assert.Equal(
        Subsystem.Sources.Keys.Order(System.StringComparer.Ordinal),
        Subsystem.All.SelectMany(system => system.Files).Concat(Subsystem.Unshared).Order(System.StringComparer.Ordinal));

    private static Subsystem Named(string name) => Subsystem.All.Single(system => system.Name == name);
}
