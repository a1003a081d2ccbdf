using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Explorer;
using AioBarrierAnalyzers.Validation.Exploring;
using AioBarrierAnalyzers.Validation.Reference;
using Xunit;

namespace AioBarrierAnalyzers.Validation;

/// <summary>The reference, unchanged, survives all its scenarios in all modes.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Subsystems => [.. Subsystem.All.Select(system => system.Name)];

    [Theory]
    [MemberData(nameof(Subsystems))]
    public void Is_clean_in_all_modes(string name)
    {
        var program = Subsystem.All.Single(system => system.Name == name).Program(Subsystem.Sources);
        Assert.Empty(program.Refusals);
        Assert.NotEmpty(program.Scenarios);
        Assert.All(
            from scenario in program.Scenarios from mode in Bounds.Reference select (scenario, mode),
            pair =>
            {
                var result = ModelChecker.Explore(pair.scenario, pair.mode.Options);
                Assert.True(result.Verdict == Verdict.Clean, $"{pair.mode.Name}: {result}");
                Assert.Equal(0, result.Unfinished);
            });
    }

    /// <summary>One preemption and one stale choice are few enough for each scenario to be explored to the end.</summary>
    [Theory]
    [MemberData(nameof(Subsystems))]
    public void Is_explored_to_the_end_within_small_bounds(string name) => Assert.All(
        Subsystem.All.Single(system => system.Name == name).Program(Subsystem.Sources).Scenarios,
        scenario => Assert.True(ModelChecker.Explore(scenario, Bounds.SmallDepthFirst).IsExhaustive, scenario.Name));

    [Fact]
    public void Every_source_is_judged_or_shares_nothing() => Assert.Equal(
        Subsystem.Sources.Keys.Order(System.StringComparer.Ordinal),
        Subsystem.All.SelectMany(system => system.Files).Concat(Subsystem.Unshared).Order(System.StringComparer.Ordinal));
}
