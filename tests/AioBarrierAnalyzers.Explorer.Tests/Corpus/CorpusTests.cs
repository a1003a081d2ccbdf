using System.Linq;
using Xunit;

namespace AioBarrierAnalyzers.Explorer.Tests.Corpus;

/// <summary>What the analyzers report is wrong in fact, and what they leave alone is right, as far as a scenario shows.</summary>
public class CorpusTests
{
    private static readonly ExploreOptions s_options = new() { MaxExecutions = 3_000 };

    public static TheoryData<string> Bugs => [.. CorpusCase.Names.Where(n => CorpusCase.Has(n, "Before"))];

    public static TheoryData<string> LookAlikes => [.. CorpusCase.Names.Where(n => CorpusCase.Has(n, "Ok"))];

    [Theory]
    [MemberData(nameof(Bugs))]
    public void TheBugKills(string name)
    {
        var scenario = CorpusCase.Program(name, "Before").Scenarios.Single();

        var result = ModelChecker.Explore(scenario, s_options);

        Assert.True(result.Verdict == Verdict.Killed, result.ToString());
        Assert.NotEmpty(result.Interleaving!.Steps);
    }

    [Theory]
    [MemberData(nameof(Bugs))]
    public void TheRepairLives(string name) => Lives(name, "After");

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public void TheLookAlikeLives(string name) => Lives(name, "Ok");

    [Fact]
    public void EveryScenarioIsOfACase() => Assert.All(CorpusCase.Names, n => Assert.True(CorpusCase.Has(n, "Before") || CorpusCase.Has(n, "Ok"), n));

    private static void Lives(string name, string variant)
    {
        var scenario = CorpusCase.Program(name, variant).Scenarios.Single();

        var result = ModelChecker.Explore(scenario, s_options with { MaxExecutions = 1_000 });

        Assert.True(result.Verdict == Verdict.Clean, result.ToString());
        Assert.True(result.Unfinished * 10 < result.Executions, result.ToString());
    }
}
