using System;
using System.Collections.Generic;
using System.Linq;

namespace AioBarrierAnalyzers.Explorer;

/// <summary>How far to look.</summary>
public sealed record ExploreOptions
{
    /// <summary>Random by default.</summary>
    public SearchStrategy Strategy { get; init; } = SearchStrategy.RandomWalk;

    /// <summary>For random walks: the same seed gives the same result.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The largest number of executions.</summary>
    public int MaxExecutions { get; init; } = 2_000;

    /// <summary>The largest time for all executions. A result that this has cut short depends on the machine; make it generous and bound the executions.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For depth first search: how often a thread that could go on is interrupted in one execution.</summary>
    public int Preemptions { get; init; } = 2;

    /// <summary>
    /// How often in one execution something older than the newest is chosen: a load reads an old value, a store takes a place before one that came sooner, a load
    /// is delayed. 0 is sequential consistency. Random walks take it as on or off, and a number of their own.
    /// </summary>
    public int StaleReads { get; init; } = 2;

    /// <summary>Whether a load whose value is not used at once may take it later (load buffering).</summary>
    public bool DelayedReads { get; init; }

    /// <summary>Fields, as "Type.Field" or "Field", whose accesses must be ordered by happens-before.</summary>
    public IReadOnlyList<string> RaceChecked { get; init; } = [];

    /// <summary>Whether waits with a timeout may end by it at any time, not only when nothing else can happen.</summary>
    public bool EarlyTimeouts { get; init; }

    /// <summary>The largest number of steps of one execution; one that is longer counts as unfinished.</summary>
    public int MaxSteps { get; init; } = 20_000;

    /// <summary>The largest number of threads of one execution.</summary>
    public int MaxThreads { get; init; } = 8;

    /// <summary>The watchdog: how long one execution may go on without coming to an end.</summary>
    public TimeSpan ExecutionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    internal bool IsRaceChecked(string field) =>
        RaceChecked.Any(f => field == f || (field.EndsWith(f, StringComparison.Ordinal) && field[field.Length - f.Length - 1] == '.'));

    internal ExploreOptions With(Scenario scenario) => this with
    {
        RaceChecked = [.. RaceChecked, .. scenario.RaceChecked],
        EarlyTimeouts = EarlyTimeouts || scenario.Wishes.EarlyTimeouts,
        DelayedReads = StaleReads > 0 && (DelayedReads || scenario.Wishes.DelayedReads),
    };
}
