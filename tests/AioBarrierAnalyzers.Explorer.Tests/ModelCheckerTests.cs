using System;
using System.Linq;
using Xunit;

namespace AioBarrierAnalyzers.Explorer.Tests;

/// <summary>Bounds, seeds and reports.</summary>
public class ModelCheckerTests
{
    private const string Mailbox = """
        using System.Threading;
        using AioBarrierAnalyzers.Explorer;

        class Mailbox { public int Data; public int Ready; }

        [Scenario]
        class OneMessage
        {
            readonly Mailbox _box = new();

            [SimulatedThread] void Sender() { _box.Data = 1; _box.Ready = 1; }
            [SimulatedThread] void Receiver() { if (Volatile.Read(ref _box.Ready) == 1) Check.Equal(1, _box.Data, "the data"); }
        }
        """;

    private static readonly Scenario s_scenario = SimulatedProgram.FromSource(Mailbox).Scenarios.Single();

    [Fact]
    public void TheSameSeedIsTheSameResult()
    {
        var first = ModelChecker.Explore(s_scenario, new ExploreOptions { Seed = 5 });
        var second = ModelChecker.Explore(s_scenario, new ExploreOptions { Seed = 5 });

        Assert.Equal(Verdict.Killed, first.Verdict);
        Assert.Equal(first.Executions, second.Executions);
        Assert.Equal(first.Interleaving!.ToString(), second.Interleaving!.ToString());
    }

    [Fact]
    public void TheTableTellsWhatKilled()
    {
        var result = ModelChecker.Explore(s_scenario, new ExploreOptions { Strategy = SearchStrategy.DepthFirst });

        Assert.Equal(
            """
            Sender              | Receiver
            --------------------|------------------------------------------------
              11: _box.Data = 1 |
              11: _box.Ready = 1 |
                                |   12: Volatile.Read(ref _box.Ready) -> 1
                                |   12: _box.Data -> 0
                                |       ^ stale: the newest is 1, Sender line 11
            """.Replace("\r", "").Replace(" ", "").Replace("-", ""),
            string.Join('\n', result.Interleaving!.ToString().Split('\n').SkipLast(1)).Replace(" ", "").Replace("-", ""));
        Assert.EndsWith("Invariant: the data: expected 1, was 0.", result.Interleaving.ToString());
    }

    [Fact]
    public void ExecutionsAreBounded()
    {
        var result = ModelChecker.Explore(s_scenario, new ExploreOptions { StaleReads = 0, MaxExecutions = 3 });

        Assert.Equal(3, result.Executions);
        Assert.False(result.IsExhaustive);
    }

    [Fact]
    public void DelegatesAreScenariosToo()
    {
        var program = SimulatedProgram.FromSource(Mailbox);
        var runs = 0;
        var scenario = new Scenario("counting", program, () => new ScenarioRun([("First", () => runs++), ("Second", () => runs++)], () => Check.Equal(0, runs % 2, "runs")));

        var result = ModelChecker.Explore(scenario, new ExploreOptions { Strategy = SearchStrategy.DepthFirst });

        Assert.True(result.IsExhaustive);
        Assert.Equal(2 * result.Executions, runs);
    }

    [Fact]
    public void WhatNeverEndsEnds()
    {
        var scenario = SimulatedProgram.FromSource("""
            using AioBarrierAnalyzers.Explorer;
            class Endless { public int Value; }
            [Scenario] class OneThread { readonly Endless _e = new(); [SimulatedThread] void Only() { for (;;) { _e.Value++; } } }
            """).Scenarios.Single();

        var result = ModelChecker.Explore(scenario, new ExploreOptions { MaxExecutions = 2, MaxSteps = 500 });

        Assert.Equal(Verdict.Clean, result.Verdict);
        Assert.Equal(2, result.Unfinished);
    }

    [Fact]
    public void TheWatchdogEndsWhatTheExplorerCannotSee()
    {
        var program = SimulatedProgram.FromSource(Mailbox);
        using var never = new System.Threading.ManualResetEvent(false);
        var scenario = new Scenario("asleep", program, () => new ScenarioRun([("Only", () => never.WaitOne(TimeSpan.FromSeconds(3)))], () => { }));

        Assert.Throws<TimeoutException>(() => ModelChecker.Explore(scenario, new ExploreOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(200) }));
    }
}
