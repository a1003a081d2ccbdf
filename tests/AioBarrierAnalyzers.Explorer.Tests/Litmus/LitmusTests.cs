using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace AioBarrierAnalyzers.Explorer.Tests.Litmus;

/// <summary>The explorer against an independent oracle (herd7): rewriting, memory and search together.</summary>
public class LitmusTests
{
    private const string FailedExchange = "the document makes a failed compare-exchange a full fence; RC11 does not";

    private const string MultiCopyAtomic =
        "the document makes a store visible to all other threads at once; RC11 does not, and the hardware columns agree with the document";

    /// <summary>Rows on which the document of .NET and RC11 differ: forbidden here, allowed there.</summary>
    private static readonly Dictionary<string, string> s_differences = new()
    {
        ["SB failed-CAS as fence | store; failed CompareExchange(z); load | same"] = FailedExchange,
        ["SB failed-CAS on same loc | store; failed CompareExchange(own) | MemoryBarrier"] = FailedExchange,
        ["R | volatile | fence"] = MultiCopyAtomic,
        ["2+2W | volatile | volatile"] = MultiCopyAtomic,
        ["2+2W | volatile | fence"] = MultiCopyAtomic,
        ["2+2W | fence | volatile"] = MultiCopyAtomic,
    };

    /// <summary>Rows that do not apply.</summary>
    private static readonly Dictionary<string, string> s_notApplicable = new()
    {
        ["SEED6b-new page published, head read by addr dep"] = "an address dependency on a number; the explorer has those of references, see PublicationTests",
    };

    /// <summary>Shapes in which a load comes before a store, so that only a delayed load shows what hardware and compiler may do.</summary>
    private static readonly string[] s_loadBuffering = ["LB", "SEED3-slot-release-vs-reuse (writer=consumer)"];

    /// <summary>Shapes that are wrong in the order of the source already.</summary>
    private static readonly string[] s_lostWithoutWeakMemory = ["SEED4c-double-schedule", "SEED5-clear-after-callback", "SEED6-migration lost head"];

    private static readonly Lazy<SimulatedProgram> s_program =
        new(() => SimulatedProgram.FromSource(LitmusProgram.Source(LitmusTest.All.Select((t, i) => (t, i)))));

    public static TheoryData<string> Names => [.. LitmusTest.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void AgreesWithRc11(string name)
    {
        var test = Find(name);
        if (s_notApplicable.ContainsKey(test.Shape)) return;

        var result = Explore(test, new ExploreOptions());

        var expected = !s_differences.ContainsKey(name) && test.Allowed["rc11"];
        Assert.Equal(expected, result.Verdict == Verdict.Killed);
        Assert.True(expected || result.IsExhaustive);
    }

    /// <summary>With delayed loads: nothing that no column allows, and in load buffering all that hardware does.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void DelayedReadsAllowWhatHardwareDoes(string name)
    {
        var test = Find(name);
        if (s_notApplicable.ContainsKey(test.Shape) || s_differences.ContainsKey(name)) return;

        var result = Explore(test, new ExploreOptions { DelayedReads = true });

        var isAllowed = test.Allowed.Values.Any(a => a);
        if (s_loadBuffering.Contains(test.Shape)) Assert.Equal(isAllowed, result.Verdict == Verdict.Killed);
        else Assert.True(isAllowed || result.Verdict == Verdict.Clean);
    }

    /// <summary>The negative control: without stale reads no weak outcome is possible, but for the one that is a race of its own.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void SequentialConsistencyHasNoWeakOutcome(string name)
    {
        var test = Find(name);

        var result = Explore(test, new ExploreOptions { StaleReads = 0, DelayedReads = true });

        Assert.Equal(s_lostWithoutWeakMemory.Contains(test.Shape) && test.Allowed["rc11"], result.Verdict == Verdict.Killed);
    }

    [Fact]
    public void EveryRowIsAskedAbout()
    {
        Assert.Equal(174, LitmusTest.All.Count);
        Assert.Equal(596, LitmusTest.All.Sum(t => t.Allowed.Count));
        Assert.Equal(4, LitmusTest.All.Count(t => s_notApplicable.ContainsKey(t.Shape)));
        Assert.All(s_differences, d => Assert.NotEqual(d.Value == MultiCopyAtomic, Find(d.Key).Allowed["aarch64(ldar)"]));
    }

    private static LitmusTest Find(string name) => LitmusTest.All.Single(t => t.Name == name);

    private static ExploreResult Explore(LitmusTest test, ExploreOptions options)
    {
        var number = LitmusTest.All.ToList().IndexOf(test);
        var scenario = s_program.Value.Scenarios.Single(s => s.Name == LitmusProgram.ScenarioName(number));
        return ModelChecker.Explore(scenario, options with
        {
            Strategy = SearchStrategy.DepthFirst,
            Preemptions = test.Threads.Count > 2 ? 1 : 2,
            StaleReads = options.StaleReads * 2,
            MaxExecutions = 200_000,
        });
    }
}
