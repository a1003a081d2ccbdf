using System;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Explorer;

namespace AioBarrierAnalyzers.Validation.Exploring;

/// <summary>How far scenarios are explored. Executions are bounded, never time, so that a result does not depend on the machine.</summary>
internal static class Bounds
{
    private static readonly ExploreOptions s_unhurried = new() { MaxTime = TimeSpan.FromMinutes(10), ExecutionTimeout = TimeSpan.FromMinutes(1) };

    /// <summary>One preemption and one stale choice: few enough for all scenarios of the reference to be explored to the end.</summary>
    public static ExploreOptions SmallDepthFirst { get; } = DepthFirst(1, 1) with { MaxExecutions = 10_000 };

    /// <summary>No thread is interrupted, nothing is stale: only the order of threads that end or wait is chosen.</summary>
    public static ExploreOptions Alone { get; } = DepthFirst(0, 0) with { MaxExecutions = 500, ExecutionTimeout = TimeSpan.FromSeconds(10) };

    /// <summary>What a mutant is killed by, and what it has to survive when it was fixed.</summary>
    public static IReadOnlyList<(string Name, ExploreOptions Options)> Judge { get; } =
    [
        ("random", s_unhurried with { MaxExecutions = 500 }),
        ("depth first", SmallDepthFirst with { MaxExecutions = 1_000 }),
    ];

    /// <summary>What a case of the corpus is killed by, or survives.</summary>
    public static ExploreOptions Corpus { get; } = s_unhurried with { MaxExecutions = 2_000 };

    /// <summary>What no missing barrier is killed by.</summary>
    public static IReadOnlyList<(string Name, ExploreOptions Options)> SequentialConsistency { get; } =
    [
        ("random, sequential consistency", s_unhurried with { MaxExecutions = 200, StaleReads = 0 }),
        ("depth first, sequential consistency", SmallDepthFirst with { MaxExecutions = 500, StaleReads = 0 }),
    ];

    /// <summary>What the reference has to survive: every mode.</summary>
    public static IReadOnlyList<(string Name, ExploreOptions Options)> Reference { get; } =
    [
        ("random walks", s_unhurried with { MaxExecutions = 1_000 }),
        ("random walks, early timeouts", s_unhurried with { MaxExecutions = 500, EarlyTimeouts = true }),
        ("random walks, delayed reads", s_unhurried with { MaxExecutions = 500, DelayedReads = true }),
        ("random walks, sequential consistency", s_unhurried with { MaxExecutions = 500, StaleReads = 0 }),
        ("depth first, 1 preemption, 1 stale choice", SmallDepthFirst),
        ("depth first, 2 preemptions, 2 stale choices", DepthFirst(2, 2) with { MaxExecutions = 5_000 }),
    ];

    /// <summary>Where <see cref="SmallDepthFirst"/> is among the modes of the reference.</summary>
    public static int SmallDepthFirstIndex { get; } = Reference.ToList().FindIndex(mode => mode.Options == SmallDepthFirst);

    private static ExploreOptions DepthFirst(int preemptions, int staleChoices) =>
        s_unhurried with { Strategy = SearchStrategy.DepthFirst, Preemptions = preemptions, StaleReads = staleChoices };
}
