using System;
using AioBarrierAnalyzers.Explorer.Reporting;

namespace AioBarrierAnalyzers.Explorer;

/// <summary>What an exploration found.</summary>
public sealed record ExploreResult
{
    /// <summary>Clean or killed.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>How many executions were run.</summary>
    public required int Executions { get; init; }

    /// <summary>How many of them reached the step limit; a scenario with many of these shows little.</summary>
    public int Unfinished { get; init; }

    /// <summary>Whether these were all executions within the bounds.</summary>
    public bool IsExhaustive { get; init; }

    /// <summary>How it failed, if it did.</summary>
    public Failure? Failure { get; init; }

    /// <summary>The execution that failed.</summary>
    public Interleaving? Interleaving { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Verdict == Verdict.Clean
        ? $"Clean after {Executions} executions{(IsExhaustive ? ", all within the bounds" : "")}{(Unfinished == 0 ? "" : $", {Unfinished} unfinished")}."
        : $"Killed by execution {Executions}, {Failure!.Kind}: {Failure.Message}\n{Interleaving}";
}
